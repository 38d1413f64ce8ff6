export { type LetterName, letters, type LetterVariables } from './letters.ts';
export { writeLetter } from './write-letter.ts';
