import { mailJobs, type MailQueues } from '@jobwire/jobs';
import type { JobControl } from '@jobwire/queue';
import { asError, type Emit } from '@jobwire/runtime';

/** What is needed to hold mail. */
export interface MailQueuesOptions {
  control: Pick<JobControl, 'pause'>;
  /** How long, in milliseconds. */
  holdMs: number;
  emit: Emit;
}

const names = mailJobs.map(({ name }) => name);
const system = { kind: 'system', id: null } as const;

/** Make the switch that holds all mail. */
export function createMailQueues({ control, holdMs, emit }: MailQueuesOptions): MailQueues {
  return {
    holdMs,
    alarm: (alarm) => emit('mail.alarm', { ...alarm }),
    async hold(reason, alarm) {
      emit('mail.alarm', { ...alarm, heldMs: holdMs });
      try {
        await control.pause(names, system, { reason, forMs: holdMs });
      } catch (error) {
        // The mails that fail meanwhile wait by themselves, and one of them will try to hold again.
        emit('mail.hold.failed', { error: asError(error) });
      }
    },
  };
}
