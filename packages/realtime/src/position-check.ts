import type { Emit } from '@jobwire/runtime';

import type { LiveChannel } from './live-channel.ts';
import type { ChannelSources } from './source.ts';

/** Compares channels with the record: what finds the doorbells that were lost. */
export interface PositionCheck {
  /** Compare these soon. Requests that come while a comparison runs are put together into the next. */
  request(channels: Iterable<LiveChannel>): Promise<void>;
}

/** Make the check: one query per kind of channel, one comparison at a time. Never rejects. */
export function createPositionCheck(sources: ChannelSources, emit: Emit): PositionCheck {
  const due = new Set<LiveChannel>();
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      while (due.size > 0) {
        const channels = [...due];
        due.clear();
        await compare(channels, sources);
      }
    } catch (error) {
      // The next check comes within seconds.
      emit('positions.failed', { error });
    } finally {
      running = undefined;
    }
  };

  return {
    request(channels) {
      for (const channel of channels) due.add(channel);
      // With nothing to do `run` would end before it is remembered, and be remembered for ever.
      if (due.size > 0) running ??= run();
      return running ?? Promise.resolve();
    },
  };
}

async function compare(channels: readonly LiveChannel[], sources: ChannelSources): Promise<void> {
  for (const [kind, source] of Object.entries(sources)) {
    const ofKind = channels.filter(({ name }) => name.kind === kind);
    if (ofKind.length === 0) continue;
    const positions = await source.positions(ofKind.map(({ name }) => name.id));
    for (const channel of ofKind) channel.compare(positions.get(channel.name.id));
  }
}
