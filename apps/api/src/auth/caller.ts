import type { Request } from 'express';

import type { IssuedTicket, TicketScope } from './tickets.ts';

/** Who calls. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'user'; userId: string; sessionId: string; admin: false }
  | { kind: 'admin'; userId: string | null; sessionId: string; admin: true };

/** Tells who calls, and what a ticket opens. The one thing that routes and doors know about authentication. */
export interface Gatekeeper {
  /**
   * Who sent this request: the bearer access token, else nobody.
   *
   * @throws AppError UNAUTHENTICATED when a token was sent and is not valid
   */
  callerOf(request: Request): Promise<Caller>;
  /** The same for a socket's `hello`. */
  callerOfToken(token: string): Promise<Caller>;
  /** The admin whose session cookie came with the request, if any. */
  adminOf(cookieHeader: string | undefined): Promise<Caller | undefined>;
  /** What the request's ticket (`?ticket=` or bearer) opens, if it has a valid one. */
  ticketOf(request: Request): Promise<TicketScope | undefined>;
  readTicket(ticket: string): Promise<TicketScope | undefined>;
  issueTicket(scope: TicketScope): Promise<IssuedTicket>;
}

/** True when the caller may read what belongs to `ownerId` or what the ticket names. */
export function mayRead(caller: Caller, ownerId: string | null, opened: boolean): boolean {
  if (opened || caller.kind === 'admin') return true;
  return caller.kind === 'user' && ownerId !== null && caller.userId === ownerId;
}
