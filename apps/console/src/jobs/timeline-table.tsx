import { durationText } from '../language/time.ts';
import type { JobWords } from './job-words.ts';
import { runText } from './timeline-row.tsx';
import type { Row, Timeline } from './timeline.ts';

/** What the picture shows, in words: for screen readers, and for who wants the numbers. */
export function TimelineTable({ words, timeline }: { words: JobWords; timeline: Timeline }) {
  const { columns, table } = words.timeline;
  return (
    <details>
      <summary>{table}</summary>
      <div class="scroll-x" tabIndex={0} role="group" aria-label={table}>
        <table class="plain-table">
          <thead>
            <tr>
              {Object.entries(columns).map(([name, text]) => (
                <th key={name} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{timeline.rows.flatMap((row, index) => linesOf(words, row, timeline.from, index))}</tbody>
        </table>
      </div>
    </details>
  );
}

function linesOf(words: JobWords, { waits, run }: Row, start: number, index: number) {
  const since = (at: number): string => `+${durationText(at - start)}`;
  const stages = run?.stages.map(({ name, from, to }) => `${name} ${durationText(to - from)}`).join(', ');
  const cancel = run?.cancelAskedAt;
  return [
    ...waits.map(({ kind, from, to }) => (
      <tr key={`${index}-${from}-${kind}`}>
        <th scope="row">{words.timeline.waits[kind]}</th>
        <td>{since(from)}</td>
        <td>{durationText(to - from)}</td>
        <td>–</td>
      </tr>
    )),
    ...(run
      ? [
          <tr key={`${index}-run`}>
            <th scope="row">{`${words.timeline.run(run.attempt)} · ${runText(words, run)}`}</th>
            <td>{since(run.from)}</td>
            <td>{durationText(run.to - run.from)}</td>
            <td>
              {stages || '–'}
              {cancel !== undefined && ` (${words.timeline.cancelAsked} ${since(cancel)})`}
            </td>
          </tr>,
        ]
      : []),
  ];
}
