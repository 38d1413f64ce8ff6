import type { ChannelSource } from '@jobwire/realtime';

import type { Caller } from '../auth/caller.ts';

/** A kind of channel: where its record is, and who may watch. */
export interface ChannelKind extends ChannelSource {
  /**
   * Whether the caller, or who holds the ticket, may watch this channel. A channel that does not exist may answer either
   * way: both end as unknown.
   */
  mayWatch(id: string, caller: Caller, ticket: string | undefined): Promise<boolean>;
}

/** Every kind of channel, by what stands before the colon in a channel's name. */
export type ChannelKinds = Readonly<Record<string, ChannelKind>>;

/** The kind of this name, if there is one. */
export function kindOf(kinds: ChannelKinds, name: string): ChannelKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}
