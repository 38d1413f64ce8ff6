import { type KeyRing, sign } from '@jobwire/runtime';
import { jwtVerify } from 'jose';
import { z } from 'zod';

/** What a ticket opens, for reading only: one job and the upload that it belongs to. */
export interface TicketScope {
  jobId: string;
  uploadId?: string;
}

/** What a ticket that is good opens, and until when, in milliseconds of the epoch. */
export interface OpenedTicket extends TicketScope {
  until: number;
}

/** A ticket as it is answered: the schema of what carries one. */
export const issuedTicketSchema = z.object({
  ticket: z.string().meta({ description: 'Opens the job, and its upload, for reading: bearer token or `?ticket=`' }),
  ticketExpiresAt: z.iso.datetime(),
});

/** A ticket as it is answered. */
export type IssuedTicket = z.output<typeof issuedTicketSchema>;

/** Issues and reads tickets. */
export interface Tickets {
  issue(scope: TicketScope): Promise<IssuedTicket>;
  /** What the ticket opens; undefined when it is forged, expired or for something else. */
  read(ticket: string): Promise<OpenedTicket | undefined>;
}

const lifetimeSeconds = 24 * 60 * 60;
const algorithm = 'HS256';
const issuer = 'jobwire';
const audience = 'ticket';
/** Says what kind of token it is, so that none is taken for another (RFC 8725 §3.11). */
const type = 'ticket+jwt';
const claims = z.object({ sub: z.uuid(), upload: z.uuid().optional(), exp: z.number() });

/**
 * Make the ticket office: JWTs (RFC 7519) with a fixed algorithm, type, issuer and audience. They are signed here and not by
 * jose, which goes through a thread for each: every accepted job waits for its ticket.
 */
export function createTickets(keys: KeyRing): Tickets {
  const key = keys('ticket');
  const header = encode({ alg: algorithm, typ: type });
  return {
    async issue({ jobId, uploadId }) {
      const exp = Math.floor(Date.now() / 1000) + lifetimeSeconds;
      const body = encode({
        iss: issuer,
        aud: audience,
        sub: jobId,
        ...(uploadId === undefined ? {} : { upload: uploadId }),
        exp,
      });
      const ticket = `${header}.${body}.${sign(key, `${header}.${body}`)}`;
      return { ticket, ticketExpiresAt: new Date(exp * 1000).toISOString() };
    },
    async read(ticket) {
      try {
        const { payload } = await jwtVerify(ticket, key, {
          algorithms: [algorithm],
          issuer,
          audience,
          typ: type,
          requiredClaims: ['exp'],
        });
        const parsed = claims.safeParse(payload);
        if (!parsed.success) return undefined;
        const { sub, upload, exp } = parsed.data;
        return { jobId: sub, ...(upload === undefined ? {} : { uploadId: upload }), until: exp * 1_000 };
      } catch {
        // jose throws for every way in which a token is not ours: to the caller they are all the same.
        return undefined;
      }
    },
  };
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
