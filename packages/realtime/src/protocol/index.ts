export { type ChannelName, channelNameLength, jobChannel, parseChannelName } from './channel-name.ts';
export {
  type ClientFrame,
  clientFrame,
  frameHead,
  type FrameOf,
  maxFrameBytes,
  type Operation,
  subprotocol,
} from './client-frames.ts';
export { type AfterClose, afterClose, closeCodes, unsupportedData } from './close-codes.ts';
export { formatPosition, parsePosition, type Position } from './position.ts';
export {
  type EventPush,
  eventPush,
  type Push,
  push,
  type Reply,
  reply,
  type Subscribed,
  subscribed,
  type Welcome,
  welcome,
  type WireProblem,
  wireProblem,
} from './server-frames.ts';
