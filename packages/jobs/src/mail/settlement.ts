import type { EmailToSend, MailFailure, UnsentEmail } from '@jobwire/db';
import { Permanent, Retryable, RetryAfter, type RunningJob, Skip } from '@jobwire/queue/job';

import type { MailOutcome } from '../ports/email.ts';
import { sentenceOf } from './sentences.ts';

/** A mail that this run may send. */
export interface OpenMessage {
  kind: 'open';
  message: EmailToSend;
  /**
   * Number of this run among those that wrote to the mail. It names the steps of the run; the job's attempt cannot, because
   * a run that was handed back does not count as one.
   */
  run: number;
}

/** A mail that was not sent, as far as anybody knows. */
export type Unsent = Exclude<MailOutcome, { kind: 'accepted' }>;

/** What an outcome does to the mail, to all mails and to the job. */
export interface Settlement {
  row: Pick<UnsentEmail, 'status' | 'notBefore'>;
  /** No mail to this address any more. */
  suppresses?: true;
  /** No mail at all for so long, in milliseconds. */
  slowsForMs?: number;
  /** Counted over all workers: mail is held after so many in a row. */
  counts?: { failure: MailFailure; after: number };
  /** Somebody should know. */
  alarms?: true;
  /** How the run ends. @param heldMs how long all mail is held now, in milliseconds; 0 when it is not */
  verdict(heldMs: number): Error;
}

const minute = 60_000;

/** How long to wait, in milliseconds. */
const waits = {
  /** Longer than a server takes to notice that it has the mail already, if it looks at Message-IDs. */
  secondCopy: 10 * minute,
  /** Servers that throttle count seconds or minutes. */
  throttled: minute / 2,
  /** A mail that is refused by itself while others are taken: doubled with every run, up to `policyMost`. */
  policy: minute,
  policyMost: 30 * minute,
};

/** Failures in a row, over all mails, that are no accident any more. */
const rows = { config: 1, policy: 5, transient: 10 };

const waiting = { status: 'retry_wait', notBefore: null } as const;
const failed = { status: 'failed', notBefore: null } as const;

/** Decide what an outcome means. docs/mail.md has the table. */
export function settlementOf(outcome: Unsent, opened: OpenMessage, job: RunningJob): Settlement {
  const { code, reply } = outcome;
  const cause = new Error(reply === null ? code : `${code}: ${reply}`);
  const sentence = sentenceOf(code);
  const later = (delayMs: number): RetryAfter => new RetryAfter(delayMs, sentence, { cause });
  switch (outcome.kind) {
    case 'no-such-address':
      return { row: failed, suppresses: true, verdict: () => new Permanent(code, sentence, { cause }) };
    case 'refused':
      return { row: failed, verdict: () => new Permanent(code, sentence, { cause }) };
    case 'throttled':
      return { row: waiting, slowsForMs: waits.throttled, verdict: () => later(waits.throttled) };
    case 'misconfigured':
      return { row: waiting, counts: { failure: 'config', after: rows.config }, verdict: later };
    case 'policy':
      return {
        row: waiting,
        counts: { failure: 'policy', after: rows.policy },
        verdict: (heldMs) => later(heldMs > 0 ? heldMs : policyWait(opened.run)),
      };
    case 'unreachable':
      return {
        row: job.attempt >= job.maxAttempts ? failed : waiting,
        counts: { failure: 'transient', after: rows.transient },
        verdict: () => new Retryable(code, sentence, { cause }),
      };
    case 'unknown':
      return opened.message.possible_duplicate ? givenUp() : secondCopy();
  }
}

function policyWait(run: number): number {
  return Math.min(waits.policy * 2 ** (run - 1), waits.policyMost);
}

/** The same mail once more, later: with the same Message-ID, and known to be a possible duplicate. */
function secondCopy(): Settlement {
  return {
    row: { status: 'uncertain', notBefore: new Date(Date.now() + waits.secondCopy) },
    verdict: () => new RetryAfter(waits.secondCopy, 'It is not known whether the mail was sent'),
  };
}

/** Two unknown ends: a third copy would more likely be a nuisance than the first one. */
function givenUp(): Settlement {
  return {
    row: { status: 'uncertain_final', notBefore: null },
    alarms: true,
    verdict: () => new Skip('It is not known whether the mail was sent; it was tried twice'),
  };
}
