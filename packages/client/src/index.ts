export type { Job, Registered, Upload, Uploaded } from './answers.ts';
export {
  type Client,
  type ClientOptions,
  createClient,
  type ReadOptions,
  type Registration,
  type WatchOptions,
} from './client.ts';
export type {
  JobFilter,
  JobName,
  JobPage,
  JobPayload,
  JobResult,
  Jobs,
  ListedJob,
  StartedJob,
  StartOptions,
} from './jobs.ts';
export { JobwireError } from './problem.ts';
export type { WatchItem } from './watched-channel.ts';
export type { WebSocketLike, WebSocketMaker } from './web-socket.ts';
