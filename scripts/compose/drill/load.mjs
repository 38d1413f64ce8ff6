import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** How many people come at the same time. */
const people = 8;
/** What somebody does between two calls, in milliseconds. */
const pauseMs = 100;
/** How long a call is repeated before it counts as failed, in milliseconds. */
const patienceMs = 60_000;
/** Every so many jobs one is watched over a socket from its first event on. */
const watchedEvery = 5;

/** One person's call that is answered 503 or cut is repeated with the same key, as every client of ours does. */
async function callUntilAnswered(send, counts) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const outcome = await send().catch((error) => error);
    if (outcome instanceof Error) counts.lost += 1;
    else if (outcome.status === 503) counts.retried += 1;
    else return outcome;
    if (performance.now() > deadline) return outcome;
    const retryAfter = outcome instanceof Error ? 1 : Number(outcome.headers.get('retry-after') ?? 1);
    if (!(outcome instanceof Error)) await outcome.arrayBuffer().catch(() => undefined);
    await delay(Math.min(retryAfter, 2) * 1_000 * (0.5 + Math.random()));
  }
}

/**
 * Let people register, upload and ask for their jobs until it is stopped.
 *
 * @param {import('../visitor.mjs').Visitor} visitor
 */
export function startLoad(visitor) {
  const counts = { requests: 0, retried: 0, lost: 0, failed: 0 };
  const failures = [];
  const accepted = [];
  let going = true;

  const request = async (what, send, expected) => {
    counts.requests += 1;
    const outcome = await callUntilAnswered(send, counts);
    if (!(outcome instanceof Error) && expected.includes(outcome.status)) return outcome.json();
    counts.failed += 1;
    failures.push(`${what}: ${await describe(outcome)}`);
    return undefined;
  };

  const live = async (number) => {
    const photo = await visitor.photoOf(100 + number);
    for (let round = 0; going; round += 1) {
      const headers = { 'idempotency-key': randomUUID() };
      const form = () => {
        const data = new FormData();
        data.append('image', photo, `photo-${number}.jpg`);
        return data;
      };
      const answer =
        round % 10 === number
          ? await request(
              'upload',
              () => visitor.call('/upload-image', { method: 'POST', body: form(), headers }),
              [200, 202],
            )
          : await request(
              'register',
              () => visitor.post('/register', { email: visitor.addressOf(`p${number}`) }, headers),
              [202],
            );
      if (answer) {
        const { job, ticket } = answer;
        const watch = accepted.length % watchedEvery === 0 ? collect(visitor, job.id, ticket) : undefined;
        accepted.push({ id: job.id, ticket, watch });
        await request('job', () => visitor.call(`/jobs/${job.id}?ticket=${ticket}`), [200]);
      }
      await delay(pauseMs);
    }
  };
  const lives = Array.from({ length: people }, (_none, number) => live(number));

  return {
    counts: () => ({ ...counts }),
    failures: () => failures,
    /** Let everybody finish what they are at; resolves with the jobs that were accepted. */
    async stop() {
      going = false;
      await Promise.all(lives);
      return accepted;
    },
  };
}

/** What came of a call, for the list of failures. */
async function describe(outcome) {
  if (!(outcome instanceof Error)) return `${outcome.status} ${await outcome.text()}`;
  return `${outcome.message} ${outcome.cause instanceof Error ? outcome.cause.message : ''}`;
}

/** The numbers of all events of a job, as its watcher hears them; a snapshot counts as a gap. */
async function collect(visitor, id, ticket) {
  const seqs = [];
  for await (const item of visitor.clientOf().watch(id, { ticket, since: '0' })) {
    seqs.push(item.kind === 'event' ? item.seq : 'snapshot');
  }
  return seqs;
}
