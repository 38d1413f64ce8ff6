import { randomToken } from '@jobwire/runtime';
import type { Cast } from '@jobwire/testing';

import type { Text } from './plan-texts.ts';
import type { Plan } from './plan.ts';
import type { Sent } from './send.ts';

/** Make a request of a plan, with the tokens and ids of now. */
export function toRequest(plan: Plan, cast: Cast): Sent {
  const { operation, method, body, prefix, headers } = plan;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    inPath(plan.path[name] ?? { is: 'x' }, (whose) => known(cast, operation.path, name, whose)),
  );
  const query = plan.query.map(([name, value]) => `${encoded(name)}=${inPath(value, () => 'x')}`).join('&');
  return {
    method,
    path: `${prefix}${path}${query === '' ? '' : `?${query}`}`,
    headers: {
      ...(body && body.type !== '' ? { 'content-type': body.type } : {}),
      ...credentials(plan, cast),
      ...headers,
      ...('upgrade' in headers ? { connection: 'Upgrade' } : {}),
    },
    body: method === 'HEAD' || method === 'TRACE' ? undefined : body?.bytes,
  };
}

function inPath(text: Text, resolve: (whose: 'own' | 'foreign') => string): string {
  if ('raw' in text) return text.raw;
  return encoded('is' in text ? text.is : resolve(text.known));
}

/** Percent-encoding of any text: half of a surrogate pair cannot be encoded, and becomes what decoders make of it. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Something that is there, by what the path speaks of. */
function known(cast: Cast, path: string, name: string, whose: 'own' | 'foreign'): string {
  const { jobId, uploadId, fileId, sessionId } = cast.belongings(whose === 'own' ? 'owner' : 'other user');
  const ids: Readonly<Record<string, string>> = { jobs: jobId, uploads: uploadId, files: fileId, sessions: sessionId };
  const names: Readonly<Record<string, string>> = {
    preset: 'thumb',
    address: 'lost@cast.example',
    code: 'not-found',
    name: path.startsWith('/queues') ? 'report.csv' : 'nightly',
  };
  return (name === 'id' ? ids[path.split('/')[1] ?? ''] : names[name]) ?? jobId;
}

function credentials({ caller, operation: { path } }: Plan, cast: Cast): Record<string, string> {
  if (caller === 'forger') return { authorization: `Bearer ${randomToken()}`, cookie: `jobwire=${randomToken()}` };
  const token = cast.tokenOf(caller, path.startsWith('/uploads') ? 'upload' : 'job');
  const stranger = caller === 'anonymous' || caller === 'ticket' || caller === 'other ticket';
  const cookie = stranger ? undefined : cast.credential(caller).cookie;
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { cookie }),
  };
}
