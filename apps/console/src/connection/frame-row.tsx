import { useMemo } from 'preact/hooks';

import type { Language } from '../language/language.ts';
import { frameLineOf } from './frame-line.ts';
import type { LoggedFrame } from './frame-log.ts';
import { connectionWords } from './words.ts';

/** What a row is given. */
export interface FrameRowProps {
  frame: LoggedFrame;
  language: Language;
  /** Undefined where there is no clipboard. */
  copy: (() => void) | undefined;
}

/** One frame: a line, and the whole of it on demand. Drawn once, however often the list is. */
export function FrameRow({ frame, language, copy }: FrameRowProps) {
  return useMemo(() => <Drawn frame={frame} language={language} copy={copy} />, [frame, language]);
}

function Drawn({ frame, language, copy }: FrameRowProps) {
  const words = connectionWords[language].frames;
  const { direction, transport, at } = frame;
  const { what, answer, channel, pretty } = frameLineOf(frame);
  const kind = what || (answer && (answer === 'ok' ? words.reply : words.error));
  return (
    <li>
      <details>
        <summary>
          <span class={`frame-way ${direction}`}>
            <span aria-hidden="true">{direction === 'in' ? '↓' : '↑'}</span>
            <span class="unseen">{words[direction]}</span>
          </span>
          <span class="quiet number">{clockOf(at)}</span>
          <span class="quiet">{transport === 'sse' ? 'SSE' : 'WS'}</span>
          {kind && <strong class={answer === 'error' ? 'wrong' : undefined}>{kind}</strong>}
          {channel && <span class="frame-channel">{channel}</span>}
          <code>{frame.text.slice(0, 300)}</code>
        </summary>
        <pre tabIndex={0}>{pretty}</pre>
        {copy && (
          <button type="button" onClick={copy}>
            {words.copy}
          </button>
        )}
      </details>
    </li>
  );
}

/** The time of day with its milliseconds, as in logs. */
function clockOf(at: number): string {
  const moment = new Date(at);
  return `${moment.toTimeString().slice(0, 8)}.${String(moment.getMilliseconds()).padStart(3, '0')}`;
}
