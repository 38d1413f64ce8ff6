import { createInterface } from 'node:readline';
import { stripVTControlCharacters, styleText } from 'node:util';

/** Where everything that the person at the terminal reads is written. */
export interface Output {
  /** A line of the parent itself. */
  say(text: string): void;
  /** Every line of a stream, behind the name of its process. */
  follow(name: string, stream: NodeJS.ReadableStream): void;
}

/** The stream to write to, and whether it shows colours. */
export interface OutputOptions {
  stream: NodeJS.WritableStream;
  colours: boolean;
}

const nameWidth = 8;
const palette = ['cyan', 'magenta', 'yellow', 'blue'] as const;

/** Colours are for terminals only, and for nobody who set NO_COLOR (no-color.org). */
export function wantsColours(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env['NO_COLOR'];
}

/** Make the output. Each process keeps the colour of its first line. */
export function createOutput({ stream, colours }: OutputOptions): Output {
  const known: string[] = [];
  // The terminal or pipe may go first (closed window, killed npm): there is nobody left to tell, and stopping must go on.
  stream.on('error', () => undefined);

  const prefixOf = (name: string): string => {
    if (!known.includes(name)) known.push(name);
    const label = `${name.padEnd(nameWidth)}│ `;
    const colour = palette[known.indexOf(name) % palette.length] ?? 'cyan';
    return colours ? styleText(colour, label) : label;
  };
  const write = (text: string): void => void stream.write(`${colours ? text : stripVTControlCharacters(text)}\n`);

  return {
    say: write,
    follow(name, source) {
      const prefix = prefixOf(name);
      createInterface({ input: source, crlfDelay: Infinity }).on('line', (line) => write(`${prefix}${line}`));
    },
  };
}
