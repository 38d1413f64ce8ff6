import { labelOf, type Metrics, onEvents, type Subscriber } from '@jobwire/runtime';

/** Declare what is measured of mails, and count by the process's events. */
export function mailMetrics(metrics: Metrics): Subscriber {
  const attempts = metrics.counter({
    name: 'jobwire_mail_attempts_total',
    help: 'Mails that were given to the server, by what came of it; one whose end is unknown may be sent twice',
    labels: ['outcome'],
  });
  const paced = metrics.counter({ name: 'jobwire_mails_paced_total', help: 'Mails that waited for their turn' });
  const alarms = metrics.counter({
    name: 'jobwire_mail_alarms_total',
    help: 'Failures of the mail server that an operator should see',
    labels: ['code'],
  });
  return onEvents({
    'mail.attempted': (facts) => attempts({ outcome: labelOf(facts, 'outcome') }),
    'mail.paced': () => paced(),
    'mail.alarm': (facts) => alarms({ code: labelOf(facts, 'code') }),
  });
}
