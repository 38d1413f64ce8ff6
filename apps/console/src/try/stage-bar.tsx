import { useRef } from 'preact/hooks';

import { segmentsOf } from './segments.ts';

/** What a bar is told. */
export interface StageBarProps {
  label: string;
  /** A class of look/bar.css: its colour. */
  tone: string;
  percent: number;
  stages: readonly string[];
  /** Whether sending a file is a part of it. */
  uploaded: boolean;
  /** What it says beside its number. */
  text: string;
}

/** One bar from the first byte to the last stage. Whatever it is told, it never runs backwards. */
export function StageBar({ label, tone, percent, stages, uploaded, text }: StageBarProps) {
  const most = useRef(0);
  most.current = Math.max(most.current, percent);
  const whole = Math.round(most.current);
  return (
    <div
      class="stages"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole}
      aria-valuetext={`${whole} %, ${text}`}
    >
      {segmentsOf(most.current, stages, uploaded).map(({ name, size, filled }) => (
        <div key={name} class={`bar ${tone}`} style={{ flexGrow: size }} title={name}>
          <div class="bar-fill" style={{ width: `${100 * filled}%` }} />
        </div>
      ))}
    </div>
  );
}
