import type { Language } from './language.ts';

/** A moment as people read it: the time alone today, else with its day. */
export function timeText(at: string | number, language: Language, now: number = Date.now()): string {
  const moment = new Date(at);
  const sameDay = moment.toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(sameDay ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(moment);
}

/** How long something took: `840 ms`, `12.3 s`, `4 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

/** A number of bytes: `840 B`, `12 kB`, `3.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** How long ago something was: `now`, `3 minutes ago`; `3分钟前`. */
export function agoText(at: number, language: Language, now: number = Date.now()): string {
  const seconds = Math.min(0, Math.round((at - now) / 1_000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds > -10) return words.format(0, 'second');
  if (seconds > -60) return words.format(seconds, 'second');
  if (seconds > -3_600) return words.format(Math.round(seconds / 60), 'minute');
  return words.format(Math.round(seconds / 3_600), 'hour');
}
