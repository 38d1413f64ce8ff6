export { broadcastMessage, broadcastSnapshot, queueChanged, type QueueCounts, queueCounts } from './admin-events.ts';
export {
  broadcastChannel,
  type ChannelName,
  channelNameLength,
  jobChannel,
  parseChannelName,
  queueChannel,
  roomChannel,
  userChannel,
} from './channel-name.ts';
export {
  type ClientFrame,
  clientFrame,
  frameHead,
  type FrameOf,
  historyLimit,
  maxFrameBytes,
  type Operation,
  readLimit,
  subprotocol,
} from './client-frames.ts';
export { type AfterClose, afterClose, closeCodes, unsupportedData } from './close-codes.ts';
export {
  formatCursor,
  parseCursor,
  type StreamCursor,
  streamedEnd,
  streamedEvent,
  streamedSnapshot,
} from './event-stream.ts';
export { formatPosition, parsePosition, type Position } from './position.ts';
export {
  type Member,
  member,
  messageData,
  messageKey,
  messageLength,
  personalMessage,
  roomChanged,
  roomMessage,
  roomName,
  type RoomSnapshot,
  roomSnapshot,
  type StoredEvent,
  storedEvent,
} from './room-events.ts';
export {
  type EventPush,
  eventPush,
  type HistoryPage,
  historyPage,
  type Marked,
  marked,
  type Present,
  present,
  type Published,
  published,
  type Push,
  push,
  type Refreshed,
  refreshed,
  type Reply,
  reply,
  type Subscribed,
  subscribed,
  type Welcome,
  welcome,
  type WireProblem,
  wireProblem,
} from './server-frames.ts';
export {
  type Notification,
  notification,
  notificationNew,
  notificationRead,
  type UserSnapshot,
  userSnapshot,
} from './user-events.ts';
