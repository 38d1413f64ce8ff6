import { type ReadonlySignal, signal } from '@preact/signals';

/** Says things to screen readers, one at a time and when they have finished what they read. */
export interface Announcer {
  readonly text: ReadonlySignal<string>;
  say(text: string): void;
}

/** Make the voice of a page. Progress is not said: who wants to know looks at the bar. */
export function createAnnouncer(): Announcer {
  const text = signal('');
  return {
    text,
    say(next) {
      text.value = next;
    },
  };
}
