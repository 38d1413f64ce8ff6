// Written by `npm run generate` from packages/jobs/letters. Edit that, not this file.
import type { CompiledLetter } from '../compiled-letter.ts';
import type { LetterName } from '../letters.ts';
import { welcome } from './welcome.gen.ts';
import { alreadyRegistered } from './already-registered.gen.ts';
import { signIn } from './sign-in.gen.ts';
import { signInUnknown } from './sign-in-unknown.gen.ts';
import { notification } from './notification.gen.ts';
import { notice } from './notice.gen.ts';

/** Every letter, compiled. */
export const compiled: Readonly<Record<LetterName, CompiledLetter>> = {
  'welcome': welcome,
  'already-registered': alreadyRegistered,
  'sign-in': signIn,
  'sign-in-unknown': signInUnknown,
  'notification': notification,
  'notice': notice,
};
