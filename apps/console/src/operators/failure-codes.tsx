import type { EndedProps } from './ended-chart.tsx';
import { failureCodes } from './finished.ts';
import { operatorsWords } from './words.ts';

/** More than these would be higher than the charts beside them. */
const codesShown = 8;

/** Why jobs failed for good. */
export function FailureCodes({ app, operations, name, format }: EndedProps) {
  const words = operatorsWords[app.language.value].charts.codes;
  const finished = operations.finished.value;
  const codes = finished ? failureCodes(finished, name) : [];
  const most = codes[0]?.count ?? 1;
  return (
    <section class="card stack tight" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p class="quiet small">{codes.length === 0 ? words.none : words.about}</p>
      <ul class="stack tight">
        {codes.slice(0, codesShown).map(({ code, count }) => (
          <li key={code} class="code-count">
            <code>{code}</code>
            <strong class="number">{format(count)}</strong>
            <span class="code-bar" style={{ width: `${(100 * count) / most}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
