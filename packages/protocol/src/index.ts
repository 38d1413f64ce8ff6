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
  messageKey,
  type Operation,
  operationFrames,
} from './client-frames.ts';
export { type AfterClose, afterClose, closeCodes, unsupportedData } from './close-codes.ts';
export {
  formatCursor,
  parseCursor,
  type StreamCursor,
  streamedEnd,
  streamedEvent,
  streamedPresence,
  streamedSnapshot,
} from './event-stream.ts';
export { historyLimit, maxFrameBytes, readLimit } from './frame-limits.ts';
export { messageData, messageLength } from './message.ts';
export { formatPosition, parsePosition, type Position } from './position.ts';
export {
  type Member,
  member,
  personalMessage,
  roomChanged,
  roomMessage,
  type RoomSnapshot,
  roomSnapshot,
  type StoredEvent,
  storedEvent,
} from './room-events.ts';
export { roomName } from './room-name.ts';
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
export { subprotocol } from './subprotocol.ts';
export {
  type Notification,
  notification,
  notificationNew,
  notificationRead,
  type UserSnapshot,
  userSnapshot,
} from './user-events.ts';
