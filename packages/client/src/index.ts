export { messageLength } from '@jobwire/protocol';

export type { Account, CreateOptions, Registration, Session, User } from './account/account.ts';
export type { Job, Registered, Upload, Uploaded, Verified } from './answers.ts';
export { type Client, type ClientOptions, createClient, type Health, type Settings } from './client.ts';
export type { CallControl, Fetch, ReadOptions } from './http/rest.ts';
export type { TokenSource } from './http/tokens.ts';
export type { UploadOptions, UploadProgress } from './http/upload.ts';
export type { PersonalMessage } from './inbox/inbox.ts';
export type { NotificationItem } from './inbox/notices.ts';
export type { NotificationFilter, NotificationPage, Notifications } from './inbox/notifications.ts';
export type {
  EventOptions,
  JobAttempts,
  JobEvents,
  JobFilter,
  JobLog,
  JobName,
  JobPage,
  JobPayload,
  JobResult,
  Jobs,
  JobStats,
  ListedJob,
  LogOptions,
  StartedJob,
  StartOptions,
  Throughput,
} from './jobs/jobs.ts';
export type { CarriedBy, ConnectionState } from './link/connection-state.ts';
export type { FrameTap, TappedFrame } from './link/frame-tap.ts';
export type { Transport } from './link/link.ts';
export type { WebSocketLike, WebSocketMaker } from './link/web-socket.ts';
export { ConnectionLost, JobwireError } from './problem.ts';
export type { PauseOptions, Queue } from './queues/queues.ts';
export type { AnnounceOptions, Audience, BroadcastItem, BroadcastMessage } from './rooms/broadcast.ts';
export { newKey } from './rooms/message-key.ts';
export { messageOf, type People, type RoomItem, type RoomMessage } from './rooms/room-item.ts';
export { isRoomName } from './rooms/room-name.ts';
export type { HistoryOptions, JoinOptions, Room, RoomChange, RoomView } from './rooms/room.ts';
export type { RoomFilter, RoomList } from './rooms/rooms.ts';
export type { SendOptions } from './rooms/send-message.ts';
export type { JobWatch } from './watch/job-watch.ts';
export type { ChannelItem, WatchOptions } from './watch/watch-channel.ts';
export type { PresenceChange, WatchItem } from './watch/watched-channel.ts';
export type { Listeners, Watch } from './watch/watch.ts';
