export type { Delivery, EndReason, Opening, Sink } from './delivery.ts';
export { type Attachment, createHub, type Hub, type HubOptions } from './hub.ts';
export type { Joined } from './live-channel.ts';
export { createOutlet, type Outlet, type OutletOptions, overflowAtBytes, pauseAtBytes } from './outlet.ts';
export { wireProblemOf } from './problem.ts';
export * from '@jobwire/protocol';
export { follows, replayEvents } from './replay.ts';
export { createStallWatch, type StallWatch, type StallWatchOptions, stalledAfterMs } from './stall.ts';
export type { ChannelEvent, ChannelSource, ChannelSources, ChannelState, Doorbell, DoorbellBus } from './source.ts';
