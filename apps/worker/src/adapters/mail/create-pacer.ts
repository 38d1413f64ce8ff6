import { setTimeout as sleep } from 'node:timers/promises';

import { type Database, type MailPace, takeMailTurn } from '@jobwire/db';
import type { MailPacer } from '@jobwire/jobs';
import { RetryAfter } from '@jobwire/queue/job';
import type { Emit } from '@jobwire/runtime';

/** What the pacer needs to know. */
export interface PacerOptions {
  db: Database;
  /** Between two mails, and between two to one domain. Milliseconds; null: no limit. */
  everyMs: { all: number | null; domain: number | null };
  emit: Emit;
}

/** A turn that is farther away than so many milliseconds is not waited for here: the job gives its place to another. */
const mostMs = 5_000;

/**
 * Make the pacer. Turns are taken in the record, so that all workers share them; without limits it asks nobody.
 *
 * A server that wants a pause is known from the mail's own row, or moves the turns.
 */
export function createPacer({ db, everyMs, emit }: PacerOptions): MailPacer {
  const pacesOf = (domain: string): MailPace[] => [
    ...(everyMs.all === null ? [] : [{ scope: '*', everyMs: everyMs.all }]),
    ...(everyMs.domain === null ? [] : [{ scope: domain, everyMs: everyMs.domain }]),
  ];
  return {
    async waitForTurn({ domain, relayHeldMs }, signal) {
      // Spread over as long again: all mails meet the same end of the pause.
      if (everyMs.all === null && relayHeldMs > 0) throw later(relayHeldMs * (1 + Math.random()));
      const paces = pacesOf(domain);
      if (paces.length === 0) return;
      const turn = await takeMailTurn(db, paces, mostMs);
      if (!turn.kept) throw later(turn.againMs);
      emit('mail.paced', { domain, waitMs: turn.waitMs });
      if (turn.waitMs > 0) await waitAtLeast(turn.waitMs, signal);
    },
  };
}

function later(delayMs: number): RetryAfter {
  return new RetryAfter(Math.ceil(delayMs), 'Other mails go first');
}

/** Timers may fire early by a part of a millisecond; a turn must not. */
async function waitAtLeast(waitMs: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + waitMs;
  for (let left = waitMs; left > 0; left = until - performance.now()) {
    await sleep(Math.ceil(left), undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
