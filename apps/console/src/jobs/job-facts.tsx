import type { Job } from '@jobwire/client';
import type { ComponentChildren } from 'preact';

import { routeTo } from '../frame/route.ts';
import { durationText, timeText } from '../language/time.ts';
import { textIn } from '../live-job/job-picture.ts';
import type { JobPart } from './job-part.ts';
import { jobWords } from './job-words.ts';

/** What a job is, in a list of names and values; what there is not is left out. */
export function JobFacts({ app, id, picture, job }: JobPart & { job: Job }) {
  const language = app.language.value;
  const words = jobWords[language];
  const begun = picture.events.find(({ type }) => type === 'job.started')?.at ?? textIn(job, 'startedAt');
  const ended = picture.final ? (textIn(job, 'finishedAt') ?? picture.events.at(-1)?.at) : undefined;
  const { priority, tags } = job;
  const moment = (at: string | undefined): ComponentChildren =>
    at !== undefined && <time dateTime={at}>{timeText(at, language)}</time>;
  const replayOf = textIn(job, 'replayOf');
  const facts: [keyof typeof words.facts, ComponentChildren][] = [
    ['name', job.name],
    ['created', moment(job.createdAt)],
    ['runAt', picture.state === 'scheduled' && moment(textIn(job, 'runAt'))],
    ['started', moment(begun)],
    ['finished', moment(ended)],
    ['took', ended !== undefined && durationText(Date.parse(ended) - Date.parse(job.createdAt))],
    ['expires', moment(textIn(job, 'expiresAt'))],
    ['skipped', picture.skipped],
    ['priority', typeof priority === 'number' && String(priority)],
    ['tags', Array.isArray(tags) && tags.join(', ')],
    ['replayOf', replayOf !== undefined && <a href={routeTo('jobs', replayOf)}>{replayOf}</a>],
    ['ticketEnds', moment(app.kept.find(id)?.ticketEndsAt)],
  ];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(id);
    app.announcer.say(words.copied);
  };
  return (
    <section class="card stack tight" aria-labelledby="job-facts">
      <h2 id="job-facts">{words.parts.facts}</h2>
      <dl class="facts">
        <dt>{words.facts.id}</dt>
        <dd class="row">
          <code>{id}</code>
          {/* Browsers give pages the clipboard over TLS and on this machine only. */}
          {window.isSecureContext && (
            <button type="button" class="job-copy" onClick={() => void copy()}>
              {words.copy}
            </button>
          )}
        </dd>
        {facts
          .filter(([, value]) => value !== false && value !== undefined && value !== '')
          .map(([name, value]) => [<dt key={name}>{words.facts[name]}</dt>, <dd key={`${name}-is`}>{value}</dd>])}
      </dl>
    </section>
  );
}
