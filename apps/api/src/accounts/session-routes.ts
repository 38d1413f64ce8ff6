import { type Database, insertAuditEntry, listSessions, revokeSession, type SessionRow } from '@jobwire/db';
import { appError, type Clock } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { signedIn } from './signed-in.ts';

/** What the routes need. */
export interface SessionRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  credentials: Pick<CredentialWatch, 'end'>;
  clock: Clock;
}

/** `GET /sessions`: where somebody is signed in. `DELETE /sessions/:id`: end one of theirs, also the one that asks. */
export function sessionRoutes({ db, gatekeeper, credentials, clock }: SessionRoutesOptions): Router {
  const router = Router();
  router
    .route('/sessions')
    .get(async (request, response) => {
      const { userId, sessionId } = await signedIn(gatekeeper, request);
      const sessions = await listSessions(db, userId, new Date(clock.now()));
      response
        .set('Cache-Control', 'no-store')
        .json({ sessions: sessions.map((session) => sessionView(session, sessionId)) });
    })
    .all(onlyMethods('GET, HEAD'));

  router
    .route('/sessions/:id')
    .delete(async (request, response) => {
      const { userId } = await signedIn(gatekeeper, request);
      const id = z.uuid().safeParse(request.params.id);
      // Foreign and unknown look the same.
      if (!id.success) throw appError('NOT_FOUND');
      await db.transaction(async (tx) => {
        const revoked = await revokeSession(tx, { id: id.data, userId, now: new Date(clock.now()) });
        if (!revoked) throw appError('NOT_FOUND');
        const actor = { kind: 'user', id: userId } as const;
        await insertAuditEntry(tx, { actor, action: 'session.revoked', subject: id.data });
      });
      credentials.end([id.data]);
      response.status(204).end();
    })
    .all(onlyMethods('DELETE'));
  return router;
}

/** Where somebody is signed in. */
export const sessionsSchema = z.object({
  sessions: z.array(
    z
      .object({
        id: z.uuid(),
        createdAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
        userAgent: z.string().nullable(),
        current: z.boolean().meta({ description: 'Whether this request came with it' }),
      })
      .meta({ id: 'Session' }),
  ),
});

type SessionView = z.output<typeof sessionsSchema>['sessions'][number];

function sessionView(session: SessionRow, current: string): SessionView {
  return {
    id: session.id,
    createdAt: session.created_at.toISOString(),
    lastUsedAt: session.last_used_at.toISOString(),
    expiresAt: session.expires_at.toISOString(),
    userAgent: session.user_agent,
    current: session.id === current,
  };
}
