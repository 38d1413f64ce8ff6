import type { TryWords } from './words.ts';

const steps = [
  { name: 'request', at: 60, strokes: 'M48 32h24v20H48zm0 2 12 10 12-10' },
  { name: 'job', at: 180, strokes: 'M173 30v24l20-12z' },
  { name: 'events', at: 300, strokes: 'M285 42h7l5-10 7 20 5-10h7' },
] as const;

/** What happens here, for who has not started anything: a request, its job, the events. */
export function FlowDrawing({ words }: { words: TryWords }) {
  return (
    <figure class="flow">
      <svg viewBox="0 0 360 84" role="img" aria-label={words.flow.about}>
        <path class="flow-line" d="M92 42h52m-6-5 6 5-6 5M212 42h52m-6-5 6 5-6 5" />
        {steps.map(({ name, at, strokes }) => (
          <g key={name}>
            <rect x={at - 32} y="10" width="64" height="64" rx="16" />
            <path d={strokes} />
          </g>
        ))}
        <circle class="flow-dot" cx="92" cy="42" r="4" />
        <circle class="flow-dot later" cx="212" cy="42" r="4" />
      </svg>
      <ol>
        {steps.map(({ name }) => (
          <li key={name}>
            <strong>{words.flow[name]}</strong>
            <span>{words.flowAbout[name]}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
