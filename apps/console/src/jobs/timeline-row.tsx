import { durationText } from '../language/time.ts';
import type { JobWords } from './job-words.ts';
import type { TimeScale } from './timeline-scale.ts';
import type { Row, Run, Span, Timeline, Wait } from './timeline.ts';

/** The axis: times since the job was accepted. */
export function TimelineAxis({ timeline, scale, marks }: AxisProps) {
  return (
    <svg class="timeline-axis" width="100%" height="22" aria-hidden="true">
      {marks.map((at) => {
        const place = scale.place(at);
        return (
          <g key={at}>
            <line x1={percent(place)} x2={percent(place)} y1="16" y2="22" />
            <text x={percent(place)} y="12" text-anchor={place < 0.1 ? 'start' : place > 0.9 ? 'end' : 'middle'}>
              {at === timeline.from ? '0' : `+${durationText(at - timeline.from)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** What the axis is given. */
export interface AxisProps {
  timeline: Timeline;
  scale: TimeScale;
  /** Moments with a mark. */
  marks: readonly number[];
}

/** One run, and what was waited for before it. */
export function TimelineRow({ words, row, scale, width }: RowProps) {
  const { waits, run } = row;
  const [wait] = waits;
  return (
    <div class="timeline-row">
      <p class="small row">
        <span>{run ? words.timeline.run(run.attempt) : words.timeline.waiting}</span>
        <span class={`number ${run ? `timeline-${run.outcome}` : 'quiet'}`}>
          {run ? runText(words, run) : wait && words.timeline.waits[waits.at(-1)?.kind ?? wait.kind]}
        </span>
      </p>
      <svg width="100%" height="28" aria-hidden="true">
        {waits.map((each) => (
          <WaitBar key={each.from} words={words} wait={each} scale={scale} width={width} />
        ))}
        {run && <RunBar words={words} run={run} scale={scale} width={width} />}
      </svg>
    </div>
  );
}

/** What a row is given. */
export interface RowProps {
  words: JobWords;
  row: Row;
  scale: TimeScale;
  /** Of the picture, in pixels. */
  width: number;
}

/** How a run went: `failed, MAIL_REFUSED, 1.2 s`. */
export function runText({ timeline }: JobWords, { outcome, code, from, to }: Run): string {
  return [timeline.outcomes[outcome], code, durationText(to - from)].filter((part) => part !== undefined).join(' · ');
}

type BarProps = Omit<RowProps, 'row'>;

function WaitBar({ words, wait, scale, width }: BarProps & { wait: Wait }) {
  const { from, size } = boxOf(wait, scale);
  const isCut = scale.cut.includes(wait);
  const took = durationText(wait.to - wait.from);
  const said = `${words.timeline.waits[wait.kind]} · ${isCut ? words.timeline.cutWait(took) : took}`;
  const middle = (from + size / 2) * width;
  return (
    <g class={`timeline-wait ${wait.kind}`}>
      <title>{said}</title>
      <rect x={percent(from)} width={percent(size)} y="9" height="10" rx="2" />
      {isCut && <path class="timeline-break" d={`M${middle - 5} 22l5-16m0 16l5-16`} />}
    </g>
  );
}

function RunBar({ words, run, scale, width }: BarProps & { run: Run }) {
  const { from, size } = boxOf(run, scale);
  return (
    <g class={`timeline-run ${run.outcome}`}>
      <title>{`${words.timeline.run(run.attempt)} · ${runText(words, run)}`}</title>
      {/* What took no time is seen too. */}
      <rect x={percent(Math.min(from, 1 - 3 / width))} width={Math.max(size * width, 3)} y="4" height="20" rx="3" />
      {run.stages.map((stage, index) => (
        <StageBar key={stage.from} stage={stage} shade={index % 2} scale={scale} width={width} />
      ))}
      <rect class="timeline-end" x={Math.max((from + size) * width - 3, from * width)} width="3" y="4" height="20" />
      {run.cancelAskedAt !== undefined && (
        <path class="timeline-cancel" d={`M${scale.place(run.cancelAskedAt) * width} 26v-24l6 4l-6 4`}>
          <title>{words.timeline.cancelAsked}</title>
        </path>
      )}
    </g>
  );
}

/** Width of a character in a label, in pixels: that of the style sheet's type, on average. */
const characterWidth = 6.6;

function StageBar({ stage, shade, scale, width }: StageProps) {
  const { from, size } = boxOf(stage, scale);
  const fits = stage.name.length * characterWidth + 10 < size * width;
  return (
    <g class={`timeline-stage shade-${shade}`}>
      <title>{`${stage.name} · ${durationText(stage.to - stage.from)}`}</title>
      <rect x={percent(from)} width={percent(size)} y="4" height="20" />
      {fits && (
        <text x={from * width + 5} y="18">
          {stage.name}
        </text>
      )}
    </g>
  );
}

interface StageProps {
  stage: Span & { name: string };
  shade: number;
  scale: TimeScale;
  width: number;
}

/** Where a span is drawn, in parts of the picture. */
function boxOf({ from, to }: Span, scale: TimeScale): { from: number; size: number } {
  const start = scale.place(from);
  return { from: start, size: scale.place(to) - start };
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
