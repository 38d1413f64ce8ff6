import type { Actor } from '@jobwire/db';
import type { AdminRole } from '@jobwire/runtime';
import type { Request } from 'express';

import type { IssuedTicket, OpenedTicket, TicketScope } from './tickets.ts';

/** An administrator: somebody listed in ADMIN_EMAILS, or (without a user) who came by the one-time link. */
export interface AdminCaller {
  kind: 'admin';
  role: AdminRole;
  userId: string | null;
  sessionId: string;
  /** When the access token ends, in milliseconds since the epoch; left out for the session cookie. */
  expiresAt?: number;
}

/** Who calls. The role is that of now, not of when the session began. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'user'; userId: string; sessionId: string; expiresAt?: number }
  | AdminCaller
  /** A program; `jobs` are the names that it may start, `*` standing for any characters. */
  | { kind: 'key'; keyId: string; jobs: readonly string[] };

/** Tells who calls, and what a ticket opens. The one thing that routes and doors know about authentication. */
export interface Gatekeeper {
  /**
   * Who sent this request: the bearer access token or API key, else nobody.
   *
   * @throws AppError UNAUTHENTICATED when a token was sent and is not valid
   */
  callerOf(request: Request): Promise<Caller>;
  /** The same for a socket's `hello`. */
  callerOfToken(token: string): Promise<Caller>;
  /** The administrator whose session cookie came with the request, if any. */
  adminOf(cookieHeader: string | undefined): Promise<AdminCaller | undefined>;
  /** What the request's ticket (`?ticket=` or bearer) opens, if it has a valid one. */
  ticketOf(request: Request): Promise<OpenedTicket | undefined>;
  readTicket(ticket: string): Promise<OpenedTicket | undefined>;
  issueTicket(scope: TicketScope): Promise<IssuedTicket>;
}

/** Whose jobs and uploads the caller's are: the user's, or the key's. Null for those who own nothing. */
export function ownerOf(caller: Caller): string | null {
  if (caller.kind === 'anonymous') return null;
  return caller.kind === 'key' ? caller.keyId : caller.userId;
}

/** When the caller's access token ends, in milliseconds since the epoch; undefined for keys and strangers, which have none. */
export function tokenEndOf(caller: Caller): number | undefined {
  return caller.kind === 'user' || caller.kind === 'admin' ? caller.expiresAt : undefined;
}

/** True when both are the same user or the same key; strangers are nobody, and the same as nobody. */
export function isSameCaller(one: Caller, other: Caller): boolean {
  if (one.kind === 'anonymous' || other.kind === 'anonymous') return false;
  if (one.kind === 'key' || other.kind === 'key') return one.kind === other.kind && ownerOf(one) === ownerOf(other);
  return one.userId === null ? one.sessionId === other.sessionId : one.userId === other.userId;
}

/** The caller as the audit log names them. */
export function actorOf(caller: Exclude<Caller, { kind: 'anonymous' }>): Actor {
  return { kind: caller.kind, id: ownerOf(caller) };
}

/** True when the caller may read what belongs to `ownerId` or what the ticket names. */
export function mayRead(caller: Caller, ownerId: string | null, opened: boolean): boolean {
  if (opened || caller.kind === 'admin') return true;
  return ownerId !== null && ownerOf(caller) === ownerId;
}
