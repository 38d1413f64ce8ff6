import { type Belongings, type CallerKind, pngImage } from '@jobwire/testing';
import { jsonSchema, valuesOf } from '@jobwire/testing/json-values';
import fc from 'fast-check';
import { z } from 'zod';

import { contents, mediaTypeOf, type RouteDoc } from '../route-doc.ts';

/** A request that the route takes, but for who sends it. */
export interface SampleRequest {
  path: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

/** What the paths name: what somebody has, and what administrators have. */
export type Named = Belongings & { bulkActionId: string };

/** Make one of the route's description. */
export function sampleRequest(doc: RouteDoc, has: Named, caller: CallerKind): SampleRequest {
  const path =
    doc.path.replaceAll(/:(\w+)/g, (_all, name: string) => parameterOf(doc.path, name, has)) + queryOf(doc, has);
  const [content] = contents(doc.body);
  const type = content && mediaTypeOf(content);
  if (!content || type === undefined) return { path, headers: {} };
  if (type === 'multipart/form-data') return { path, headers: {}, body: pictureForm() };
  const value = bodyOf(doc, caller) ?? content.example ?? madeOf(content.schema);
  const body =
    type === 'application/json' ? JSON.stringify(value) : String(new URLSearchParams(value as Record<string, string>));
  return { path, headers: { 'content-type': type }, body };
}

/** @throws Error for a parameter that nobody has said how to fill */
function parameterOf(path: string, name: string, has: Named): string {
  const ids: Record<string, string> = {
    jobs: has.jobId,
    uploads: has.uploadId,
    files: has.fileId,
    sessions: has.sessionId,
    notifications: has.notificationId,
    'bulk-actions': has.bulkActionId,
  };
  const names: Record<string, string> = {
    '/uploads preset': 'thumb',
    '/suppressions address': 'lost@cast.example',
    '/problems code': 'not-found',
    '/queues name': 'email.welcome',
    '/schedules name': 'nightly',
    '/events channel': `job:${has.jobId}`,
    '/rooms room': 'lobby',
  };
  const [, first = ''] = path.split('/');
  const value = name === 'id' ? ids[first] : names[`/${first} ${name}`];
  if (value === undefined) throw new Error(`Say in sample-request.ts what :${name} of ${path} is`);
  return value;
}

/** Queries without which a route takes nothing. */
function queryOf({ id }: RouteDoc, has: Named): string {
  return id === 'getEvents' ? `?ch=job:${has.jobId}` : '';
}

/** Bodies that a schema alone does not make acceptable. Programs and people may start different jobs. */
function bodyOf({ id }: RouteDoc, caller: CallerKind): unknown {
  const job = caller.endsWith('key')
    ? { name: 'email.send', payload: { to: 'ada@cast.example', subject: 'Hello', text: 'Hello' } }
    : { name: 'report.csv', payload: { from: '2026-01-01', days: 1 } };
  const bodies: Record<string, unknown> = {
    startJob: job,
    startJobs: { jobs: [job] },
    startBulkAction: { action: 'retry', filter: { name: 'nothing.there' } },
  };
  return bodies[id];
}

function madeOf(schema: z.ZodType | undefined): unknown {
  const json = z.toJSONSchema(schema ?? z.unknown(), { io: 'input', unrepresentable: 'any' });
  return fc.sample(valuesOf(jsonSchema.parse(json)), { seed: 1, numRuns: 1 })[0];
}

function pictureForm(): FormData {
  const form = new FormData();
  form.set('image', new Blob([new Uint8Array(pngImage(16, 16))], { type: 'image/png' }), 'a.png');
  return form;
}
