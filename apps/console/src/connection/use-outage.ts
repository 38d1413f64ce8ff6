import { useEffect, useRef } from 'preact/hooks';

import type { App } from '../app.ts';
import { connectionWords } from './words.ts';

/** An outage is spoken of after so long, in milliseconds: most are over before anybody could be told. */
const longMs = 5_000;

/** Tell screen readers when the connection is lost for long, and when it is back. */
export function useOutage({ connection, announcer, language }: App): void {
  const wasLive = useRef(false);
  const told = useRef(false);
  const { state } = connection.value;
  const isLost = state === 'waiting' || state === 'connecting';
  useEffect(() => {
    const words = connectionWords[language.value];
    if (state === 'live') {
      wasLive.current = true;
      if (told.current) announcer.say(words.back);
      told.current = false;
    }
    if (!isLost || !wasLive.current || told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = true;
      announcer.say(words.lost);
    }, longMs);
    return () => clearTimeout(timer);
    // The attempts of one outage are not told apart.
  }, [isLost, state === 'live']);
}
