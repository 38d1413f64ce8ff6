import { jobChannel } from '@jobwire/protocol';

import { type Job, job, type Registered, registered, type Upload, upload, type Uploaded, uploaded } from './answers.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createLink, type Link } from './link.ts';
import { createRest } from './rest.ts';
import { createStream } from './stream.ts';
import { createWatchedChannel, type WatchItem } from './watched-channel.ts';
import type { WebSocketMaker } from './web-socket.ts';

/** Where the server is, and who calls. */
export interface ClientOptions {
  /** Address of the API, e.g. `https://jobs.example`. */
  baseUrl: string;
  /** An access token; without one only open routes and tickets work. */
  token?: string;
  /** Makes sockets; the platform's own, else that of `ws`. */
  WebSocket?: WebSocketMaker;
}

/** How a job is read. */
export interface ReadOptions {
  /** The job's ticket; not needed by its owner. */
  ticket?: string;
  signal?: AbortSignal;
}

/** How a job is watched. */
export interface WatchOptions extends ReadOptions {
  /** Continue after this position (`epoch:seq`, or `'0'` for every event from the first); else begin with the state. */
  since?: string;
}

/** What somebody registers with. */
export interface Registration {
  email: string;
  name?: string;
  locale?: string;
}

/** The client of one server. Its calls throw `JobwireError` for error answers. */
export interface Client {
  register(registration: Registration): Promise<Registered>;
  /**
   * Upload an image.
   *
   * @param name file name to show
   */
  upload(image: Blob, name?: string): Promise<Uploaded>;
  /** Start, list and steer jobs. */
  readonly jobs: Jobs;
  get(jobId: string, options?: ReadOptions): Promise<Job>;
  getUpload(uploadId: string, options?: ReadOptions): Promise<Upload>;
  /**
   * Watch a job until its end, over lost connections and restarted servers: every event once and in order, or a snapshot
   * where that cannot be done. Ends after the final event, by `break`, or by the signal (which throws its reason).
   */
  watch(jobId: string, options?: WatchOptions): AsyncIterableIterator<WatchItem<Job>>;
}

/** Make a client. It connects when it is used. */
export function createClient({ baseUrl, token, WebSocket }: ClientOptions): Client {
  const address = baseUrl.replace(/\/+$/, '');
  const rest = createRest(address, token);
  const links: Link[] = [];
  const linkFor = (channel: string): Link => {
    const free = links.find((link) => link.accepts(channel));
    if (free) return free;
    const url = `${address.replace(/^http/, 'ws')}/ws`;
    const link = createLink({ url, token, name: 'jobwire-client', WebSocket });
    links.push(link);
    return link;
  };

  return {
    jobs: createJobs(address, token),
    register: (registration) => rest.call('/register', registered, { method: 'POST', body: registration }),
    upload(image, name = 'image') {
      const form = new FormData();
      form.set('image', image, name);
      return rest.call('/upload-image', uploaded, { method: 'POST', body: form });
    },
    get: (jobId, options = {}) => rest.call(`/jobs/${encodeURIComponent(jobId)}`, job, options),
    getUpload: (uploadId, options = {}) => rest.call(`/uploads/${encodeURIComponent(uploadId)}`, upload, options),
    watch(jobId, { ticket, since, signal } = {}) {
      const { name } = jobChannel(jobId);
      const link = linkFor(name);
      const abort = (): void => stream.fail(signal?.reason);
      const stream = createStream<WatchItem<Job>>(() => {
        signal?.removeEventListener('abort', abort);
        link.remove(watched);
      });
      const watched = createWatchedChannel({
        channel: name,
        ticket,
        since,
        tell: (item) => stream.push(item.kind === 'event' ? item : { ...item, snapshot: job.parse(item.snapshot) }),
        end: () => stream.end(),
        fail: (error) => stream.fail(error),
      });
      if (signal?.aborted) abort();
      else link.add(watched);
      signal?.addEventListener('abort', abort);
      return stream;
    },
  };
}
