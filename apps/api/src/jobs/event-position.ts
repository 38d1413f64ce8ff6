import { parsePosition, type Position } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

/**
 * Where a reader of events wants to continue: `Last-Event-ID`, which browsers send when they come back, before `?after=`
 * (also `?since=`). Undefined when the request names none.
 *
 * @throws AppError INVALID_POSITION naming the field
 */
export function eventPosition(request: Request, epoch: string): Position | undefined {
  const given: [field: string, text: unknown][] = [
    ['Last-Event-ID', request.get('last-event-id')],
    ['after', request.query['after']],
    ['since', request.query['since']],
  ];
  // An EventSource that has seen no event sends an empty id.
  const [field, text] = given.find(([, value]) => value !== undefined && value !== '') ?? [];
  if (field === undefined) return undefined;
  const position = typeof text === 'string' ? parsePosition(text, epoch) : undefined;
  if (position) return position;
  const message = 'A position is a number or epoch:number';
  throw appError('INVALID_POSITION', {
    detail: `${field}: ${message}`,
    errors: [{ pointer: `/${field}`, code: 'INVALID_POSITION', message }],
  });
}
