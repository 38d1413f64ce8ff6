import { type Account, createAccount } from './account/account.ts';
import { type Job, job, type Upload, upload, type Uploaded } from './answers.ts';
import { type AnswerOf, documented } from './http/documented.ts';
import { type CallControl, createRest, type Fetch, type ReadOptions } from './http/rest.ts';
import { createTokens, type TokenSource } from './http/tokens.ts';
import { uploadImage, type UploadOptions } from './http/upload.ts';
import { createInbox } from './inbox/inbox.ts';
import { createNotifications, type Notifications } from './inbox/notifications.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import type { ConnectionState } from './link/connection-state.ts';
import type { FrameTap } from './link/frame-tap.ts';
import type { Transport } from './link/link.ts';
import { createLinks } from './link/links.ts';
import type { WebSocketMaker } from './link/web-socket.ts';
import { listQueues, type PauseOptions, pauseQueue, type Queue, resumeQueue } from './queues/queues.ts';
import {
  announce,
  type AnnounceOptions,
  type Audience,
  type BroadcastItem,
  watchBroadcast,
} from './rooms/broadcast.ts';
import { createRoom, type Room } from './rooms/room.ts';
import { listRooms, type RoomFilter, type RoomList } from './rooms/rooms.ts';
import { type JobWatch, watchJob } from './watch/job-watch.ts';
import { type ChannelItem, watchChannel, type WatchOptions } from './watch/watch-channel.ts';
import type { Watch } from './watch/watch.ts';

/** Where the server is, who calls, and how to connect. */
export interface ClientOptions {
  /** Address of the API, e.g. `https://jobs.example`. */
  baseUrl: string;
  /**
   * An access token or API key, or a function that gets one: it is called again when the token ends. Without one only open
   * routes and tickets work.
   */
  token?: TokenSource;
  /** `auto` (which is what happens without it) uses server-sent events where sockets are blocked. */
  transport?: Transport;
  /** Makes sockets; the platform's own, else that of `ws`. */
  WebSocket?: WebSocketMaker;
  /** Sends requests; the platform's own. */
  fetch?: Fetch;
  /** What the client calls itself; in rooms that let strangers in, the name of a stranger. */
  name?: string;
  /** The language of answers to requests, e.g. `zh-CN`, asked for each of them; without it the platform's own. */
  language?: () => string | undefined;
  /** Told of every frame, for a page that shows them. Tokens and tickets are left out. */
  onFrame?: FrameTap;
}

/** What a page needs to know about the server. */
export type Settings = AnswerOf<'getSettings', 200>;

/** How the process that answers is. */
export type Health = AnswerOf<'getHealth', 200>;

/** The client of one server. Its calls throw `JobwireError` for error answers. */
export interface Client extends Account {
  /** What a page needs to know about the server. */
  settings(options?: CallControl): Promise<Settings>;
  /** How the process that answers is; throws when it is not healthy. */
  health(options?: CallControl): Promise<Health>;
  /** Upload an image; a text instead of options is its file name. */
  upload(image: Blob, options?: string | UploadOptions): Promise<Uploaded>;
  /** Start, list and steer jobs. */
  readonly jobs: Jobs;
  get(jobId: string, options?: ReadOptions): Promise<Job>;
  getUpload(uploadId: string, options?: ReadOptions): Promise<Upload>;
  /**
   * Watch a job until its end, over lost connections and restarted servers: every event once and in order, or a snapshot
   * where that cannot be done. Ends after the final event, by `break`, or by the signal (which throws its reason).
   */
  watch(jobId: string, options?: WatchOptions): JobWatch;
  /** The handle of a room; keep it, because joining by two handles takes two connections. */
  room(name: string): Room;
  /** The rooms that were set up, or in which somebody is; for administrators. */
  rooms(filter?: RoomFilter, options?: CallControl): Promise<RoomList>;
  /** What is in every queue, and who works on it; for administrators. */
  queues(options?: CallControl): Promise<Queue[]>;
  /** Let no worker take the jobs of a queue; for operators. */
  pauseQueue(name: string, options?: PauseOptions): Promise<Queue>;
  /** Let workers take them again, whoever paused it; for operators. */
  resumeQueue(name: string, options?: CallControl): Promise<Queue>;
  /** What the user who calls should know. */
  readonly notifications: Notifications;
  /** Listen to what everybody is told. */
  broadcast(options?: WatchOptions): Watch<BroadcastItem>;
  /** Tell everybody something, any JSON, and be told how many hear it; for operators. */
  announce(message: unknown, options?: AnnounceOptions): Promise<Audience>;
  /** Watch any channel, as the server describes it. What the others are made of. */
  channel(name: string, options?: WatchOptions): Watch<ChannelItem>;
  /** What the connections are doing: the worst of them. */
  readonly connection: ConnectionState;
  /** Be told when that changes, until the returned function is called. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
}

/** Make a client. It connects when it is used. */
export function createClient(options: ClientOptions): Client {
  const { transport = 'auto', WebSocket, name = 'jobwire-client', onFrame } = options;
  const caller = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    tokens: createTokens(options.token),
    fetch: options.fetch ?? ((request: Request) => fetch(request)),
    language: options.language,
  };
  const rest = createRest(caller);
  const links = createLinks({ caller, name, transport, WebSocket, tap: onFrame });
  const inbox = createInbox({ rest, links });
  const get: Client['get'] = (jobId, read = {}) => rest.call(`/jobs/${encodeURIComponent(jobId)}`, job, read);

  return {
    ...createAccount(rest, caller.tokens),
    settings: (call) => rest.call('/settings', documented<'getSettings', 200>(), call),
    health: (call) => rest.call('/health', documented<'getHealth', 200>(), call),
    jobs: createJobs(rest),
    upload: (image, given = {}) => uploadImage(caller, image, typeof given === 'string' ? { name: given } : given),
    get,
    getUpload: (uploadId, read = {}) => rest.call(`/uploads/${encodeURIComponent(uploadId)}`, upload, read),
    watch: (jobId, watch) => watchJob({ links, get }, jobId, watch),
    room: (room) => createRoom({ rest, links, inbox }, room),
    rooms: (filter, call) => listRooms(rest, filter, call),
    queues: (call) => listQueues(rest, call),
    pauseQueue: (queue, pause) => pauseQueue(rest, queue, pause),
    resumeQueue: (queue, call) => resumeQueue(rest, queue, call),
    notifications: createNotifications(rest, inbox),
    broadcast: (watch = {}) => watchBroadcast(links, watch),
    announce: (message, call) => announce(rest, message, call),
    channel: (channel, watch = {}) =>
      watchChannel<ChannelItem>(links.for(channel), {
        channel,
        options: watch,
        take: (item, source) => source.tell(item),
        presence: (change, source) => source.tell({ kind: 'presence', ...change }),
      }).watch,
    get connection() {
      return links.state;
    },
    onConnection: (listener) => links.onState(listener),
  };
}
