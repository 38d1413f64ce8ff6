import type { KeyRing } from '@jobwire/runtime';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** What a ticket opens, for reading only: one job and the upload that it belongs to. */
export interface TicketScope {
  jobId: string;
  uploadId?: string;
}

/** A ticket as it is answered. */
export interface IssuedTicket {
  ticket: string;
  /** ISO 8601. */
  ticketExpiresAt: string;
}

/** Issues and reads tickets. */
export interface Tickets {
  issue(scope: TicketScope): Promise<IssuedTicket>;
  /** What the ticket opens; undefined when it is forged, expired or for something else. */
  read(ticket: string): Promise<TicketScope | undefined>;
}

const lifetimeSeconds = 24 * 60 * 60;
const algorithm = 'HS256';
const claims = z.object({ sub: z.uuid(), upload: z.uuid().optional() });

/** Make the ticket office: JWTs (RFC 7519) with a fixed algorithm, issuer and audience. */
export function createTickets(keys: KeyRing): Tickets {
  const key = keys('ticket');
  return {
    async issue({ jobId, uploadId }) {
      const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds;
      const ticket = await new SignJWT(uploadId === undefined ? {} : { upload: uploadId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer('jobwire')
        .setAudience('ticket')
        .setSubject(jobId)
        .setExpirationTime(expires)
        .sign(key);
      return { ticket, ticketExpiresAt: new Date(expires * 1000).toISOString() };
    },
    async read(ticket) {
      try {
        const { payload } = await jwtVerify(ticket, key, {
          algorithms: [algorithm],
          issuer: 'jobwire',
          audience: 'ticket',
        });
        const parsed = claims.safeParse(payload);
        if (!parsed.success) return undefined;
        const { sub, upload } = parsed.data;
        return upload === undefined ? { jobId: sub } : { jobId: sub, uploadId: upload };
      } catch {
        // jose throws for every way in which a token is not ours: to the caller they are all the same.
        return undefined;
      }
    },
  };
}
