import type { Changed, Crossing, Line, Member, Said } from './conversation.ts';

/** What one person said in one go. */
export interface Turn {
  kind: 'turn';
  id: string;
  from: Member;
  /** Id of the only user who was told; undefined when all were. */
  to: string | undefined;
  /** When it began, in milliseconds since 1970. */
  at: number;
  said: readonly Said[];
}

/** Everything below came while the reader looked at something else. */
export interface Mark {
  kind: 'mark';
  id: 'mark';
}

/** What a conversation is drawn of. */
export type Block = Turn | Crossing | Changed | Mark;

/** Who goes on within this time needs no new name and time, in milliseconds. */
const turnMs = 5 * 60_000;

/**
 * Gather what the same person said in a row.
 *
 * @param unseen id of the first line that the reader has not seen, above which a mark is put
 */
export function blocksOf(lines: readonly Line[], unseen: string | undefined): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    if (line.id === unseen) blocks.push({ kind: 'mark', id: 'mark' });
    const last = blocks.at(-1);
    if (line.kind !== 'said') blocks.push(line);
    else if (last?.kind === 'turn' && goesOn(last, line)) {
      blocks[blocks.length - 1] = { ...last, said: [...last.said, line] };
    } else {
      const { id, from, to, at } = line;
      blocks.push({ kind: 'turn', id, from, to, at, said: [line] });
    }
  }
  return blocks;
}

function goesOn(turn: Turn, { from, to, at }: Said): boolean {
  return turn.from.id === from.id && turn.from.name === from.name && turn.to === to && at - turn.at < turnMs;
}

/** What a message says as text, and whether it was meant as one: any JSON may be said in a room. */
export function textOfMessage(data: unknown): { text: string; plain: boolean } {
  if (typeof data === 'string') return { text: data, plain: true };
  if (typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string') {
    return { text: data.text, plain: true };
  }
  return { text: JSON.stringify(data, null, 2), plain: false };
}
