import * as z from 'zod/mini';

/** A job as the server shows it. Members that this version does not know are kept. */
export const job = z.looseObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(['scheduled', 'queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled', 'expired']),
  progress: z.nullable(z.looseObject({ percent: z.number(), stage: z.string(), detail: z.optional(z.string()) })),
  attempt: z.number(),
  maxAttempts: z.number(),
  createdAt: z.string(),
  result: z.optional(z.unknown()),
  error: z.optional(z.looseObject({ code: z.string(), message: z.string() })),
});

const accepted = z.looseObject({ message: z.string(), job, ticket: z.string(), ticketExpiresAt: z.string() });

/** The answer to a registration. */
export const registered = accepted;

/** An uploaded image. */
export const upload = z.looseObject({
  id: z.string(),
  state: z.string(),
  derivatives: z.optional(
    z.array(
      z.looseObject({ preset: z.string(), width: z.number(), height: z.number(), bytes: z.number(), url: z.string() }),
    ),
  ),
});

/** The answer to an upload. */
export const uploaded = z.extend(accepted, { upload });

/** The answer to a link that was used: the token is good for an hour. */
export const verified = z.looseObject({
  accessToken: z.string(),
  user: z.nullish(z.looseObject({ id: z.string() })),
});

/** A job as the server shows it. */
export type Job = z.output<typeof job>;
/** An uploaded image. */
export type Upload = z.output<typeof upload>;
/** The answer to a registration: the job, and a ticket to watch it with. */
export type Registered = z.output<typeof registered>;
/** The answer to an upload. */
export type Uploaded = z.output<typeof uploaded>;
/** Somebody who came by a mail's link. */
export type Verified = z.output<typeof verified>;
