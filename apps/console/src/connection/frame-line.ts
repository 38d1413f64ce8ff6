import type { LoggedFrame } from './frame-log.ts';

/** What a frame is about. */
export interface FrameLine {
  /** The operation or push, e.g. `sub`, `event`; the type of an event beside it. Empty for an answer. */
  what: string;
  /** An answer, or an answer that says what went wrong. */
  answer: 'ok' | 'error' | undefined;
  channel: string | undefined;
  /** The whole frame with line breaks. */
  pretty: string;
}

/** Read what a frame is about; what is no JSON is shown as it is. */
export function frameLineOf({ text }: Pick<LoggedFrame, 'text'>): FrameLine {
  const frame = jsonOf(text);
  if (frame === undefined) return { what: '', answer: undefined, channel: undefined, pretty: text };
  const textAt = (name: string): string | undefined => {
    const value: unknown = Reflect.get(frame, name);
    return typeof value === 'string' ? value : undefined;
  };
  const what = [textAt('op') ?? textAt('t'), textAt('type')].filter(Boolean).join(' ');
  const answer = 'error' in frame ? 'error' : 'ok' in frame ? 'ok' : undefined;
  return { what, answer, channel: textAt('ch'), pretty: JSON.stringify(frame, null, 2) };
}

/** The frames that have a text, whatever its case. */
export function framesWith(frames: readonly LoggedFrame[], text: string): readonly LoggedFrame[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? frames : frames.filter((frame) => frame.text.toLowerCase().includes(wanted));
}

/** Frames as lines of text, to be kept or sent to somebody. */
export function framesText(frames: readonly LoggedFrame[]): string {
  return frames
    .map(({ at, direction, text }) => `${new Date(at).toISOString()} ${direction === 'in' ? '←' : '→'} ${text}`)
    .join('\n');
}

function jsonOf(text: string): object | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}
