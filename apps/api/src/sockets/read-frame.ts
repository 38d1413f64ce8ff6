import { type ClientFrame, clientFrame, frameHead, operationFrames } from '@jobwire/realtime';
import { type AppError, appError } from '@jobwire/runtime';

import { inputErrors } from '../http/parse.ts';
import { deepestJson, nestsDeeper } from '../http/strict-json.ts';

const names = new Set<string>(operationFrames.map(({ op }) => op));

/** A frame that was understood, or why not, with the id to answer to where there is one. */
export type ReadFrame = { id: number; frame: ClientFrame } | { id: number | null; error: AppError };

/** Read what came in one text frame. Never throws. */
export function readFrame(bytes: Buffer): ReadFrame {
  // Looked at before anything goes through it recursively: 6 KB of brackets would run out of stack.
  if (nestsDeeper(bytes)) {
    return { id: null, error: appError('BAD_JSON', { detail: `Nest at most ${deepestJson} levels` }) };
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    // What exactly is wrong with the text helps nobody more than that it is not JSON.
    return { id: null, error: appError('BAD_JSON') };
  }
  const parsed = clientFrame.safeParse(value);
  if (parsed.success) return { id: parsed.data.id, frame: parsed.data };
  const head = frameHead.safeParse(value);
  const id = head.success ? head.data.id : null;
  const op = head.success ? head.data.op : undefined;
  if (op !== undefined && !names.has(op)) {
    return { id, error: appError('UNKNOWN_OP', { detail: `The operations are ${[...names].join(', ')}` }) };
  }
  return {
    id,
    error: appError('INVALID_INPUT', { errors: parsed.error.issues.flatMap((issue) => inputErrors(issue)) }),
  };
}
