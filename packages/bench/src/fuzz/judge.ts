import { createAnswerCheck } from './answer-check.ts';
import type { ApiDocument } from './document.ts';
import type { Plan } from './plan.ts';
import type { Received } from './send.ts';

/** Traces of the inside: stacks, paths of files, and what PostgreSQL and Redis say. */
const inside =
  /\bat (?:async )?(?:[\w.<>]+ )?\(?(?:file:|node:|\/)[^\s)]*:\d+:\d+|node_modules|file:\/\/\/(?!etc\/passwd)|\.ts:\d|syntax error at or near|invalid input syntax|violates \w+ constraint|duplicate key value|(relation|column|function) ".*" does not exist|ECONNREFUSED|WRONGTYPE|ReplyError|prepared statement|out of range for type/;

/** Failures of a request that are no answer and no fault: who listens to a stream, or will not wait, leaves. */
const leaving = new Set(['stream', 'left']);

/** Tells what is wrong with an answer. */
export type Judge = (plan: Plan, received: Received) => string | undefined;

/** Make the judge of answers: what the document does not say is wrong. */
export function createJudge({ named, methods }: ApiDocument): Judge {
  const check = createAnswerCheck(named);
  return ({ operation, method, path }, received) => {
    const { status, headers, body, failure } = received;
    if (failure !== undefined && !leaving.has(failure)) return `no answer: ${failure}`;
    if (failure === 'left') return undefined;
    if (status >= 500 && status !== 503) return `status ${status}`;
    const text = body.toString();
    const leak = inside.exec(text)?.[0];
    if (leak !== undefined && isText(headers['content-type'])) return `tells of the inside: ${leak}`;
    if (!(methods.get(operation.path)?.has(method) ?? false) && method !== 'HEAD') {
      // A path that cannot be decoded is refused before anybody asks for the method.
      if (status === 400 && Object.values(path).some((value) => 'raw' in value)) return undefined;
      if (status !== 405) return `status ${status} for a method that there is not`;
      if (headers.allow === undefined) return '405 without Allow';
      return check({ 'application/problem+json': { $ref: '#/components/schemas/Problem' } }, headers, text);
    }
    // An upgrade is asked for by GET and nothing else.
    if (method === 'HEAD' && status === 405 && headers.allow !== undefined) return undefined;
    const answer = operation.answers.get(status);
    if (!answer) return `status ${status} is not documented`;
    if (method === 'HEAD' || status === 304) return body.length > 0 ? 'a body where there must be none' : undefined;
    return check(answer, headers, text);
  };
}

function isText(type: string | undefined): boolean {
  return /json|text/.test(type ?? '');
}
