import { type Database, deleteSuppression, insertAuditEntry, listSuppressions, type SuppressionRow } from '@jobwire/db';
import { appError, type Clock, readEmailAddress, sha256 } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { readPage } from './read-page.ts';

/** A page of the list. */
export const suppressionsSchema = z.object({
  suppressions: z.array(
    z
      .object({
        address: z.string(),
        reason: z.string().meta({ examples: ['bounce'] }),
        reply: z.string().optional().meta({ description: 'What the mail server answered' }),
        createdAt: z.iso.datetime(),
        expiresAt: z.iso.datetime().optional(),
      })
      .meta({ id: 'Suppression', description: 'An address that no mail goes to' }),
  ),
  next: z.string().nullable().meta({ description: 'What to send as `after` for the next page; null at the end' }),
});

type SuppressionView = z.output<typeof suppressionsSchema>['suppressions'][number];

/** What the routes need. */
export interface SuppressionRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  clock: Clock;
}

/**
 * `GET /suppressions` and `DELETE /suppressions/:address`: the addresses that no mail goes to, for administrators. What
 * an operator lifts is audited under the SHA-256 of the address, because the audit log holds no address.
 */
export function suppressionRoutes({ db, gatekeeper, clock }: SuppressionRoutesOptions): Router {
  const router = Router();

  router.get('/suppressions', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { after, limit } = readPage(request.query);
    // One row more than asked for tells whether a page follows.
    const rows = await listSuppressions(db, { after, limit: limit + 1, now: new Date(clock.now()) });
    const page = rows.slice(0, limit);
    response.set('Cache-Control', 'no-store').json({
      suppressions: page.map(viewOf),
      next: rows.length > limit ? (page.at(-1)?.email_key ?? null) : null,
    });
  });

  router.delete('/suppressions/:address', async (request, response) => {
    const actor = actorOf(await requireAdmin(gatekeeper, request, 'operator'));
    const address = readEmailAddress(request.params.address);
    if (typeof address === 'string') throw appError('NOT_FOUND');
    await db.transaction(async (tx) => {
      if (!(await deleteSuppression(tx, address.key))) throw appError('NOT_FOUND');
      await insertAuditEntry(tx, { actor, action: 'suppression.lifted', subject: sha256(address.key) });
    });
    response.status(204).end();
  });

  router.all('/suppressions', onlyMethods('GET, HEAD'));
  router.all('/suppressions/:address', onlyMethods('DELETE'));
  return router;
}

function viewOf({ email_key: address, reason, reply, created_at, expires_at }: SuppressionRow): SuppressionView {
  return {
    address,
    reason,
    ...(reply === null ? {} : { reply }),
    createdAt: created_at.toISOString(),
    ...(expires_at ? { expiresAt: expires_at.toISOString() } : {}),
  };
}
