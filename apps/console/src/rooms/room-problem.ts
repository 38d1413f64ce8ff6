import { JobwireError } from '@jobwire/client';

import { problemText } from '../controls/problem-text.ts';
import type { Language } from '../language/language.ts';
import { roomWords } from './words.ts';

/** What went wrong in a room: the words of a socket's error are for programs. */
export function roomProblem(error: unknown, language: Language): string {
  const words = roomWords[language];
  const code = error instanceof JobwireError ? error.code : '';
  if (code === 'UNKNOWN_CHANNEL' || code === 'FORBIDDEN') return words.noRoom;
  if (code === 'TOO_MANY_REQUESTS') return words.limited;
  return problemText(error, language);
}
