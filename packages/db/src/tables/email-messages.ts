import type { Tx } from '../database.ts';
import type { StepStatement } from './job-steps.ts';

/** Where a mail is in its life. */
export type EmailStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'retry_wait'
  | 'uncertain'
  | 'uncertain_final'
  | 'failed'
  | 'suppressed'
  | 'cancelled';

/** A mail as the record has it. */
export interface EmailMessage {
  id: string;
  /** NULL when the user was deleted, and for mails to somebody who is no user. */
  user_id: string | null;
  /** `verify-email`, `sign-in`, `send` or `notification`. */
  purpose: string;
  template: string;
  locale: string;
  /** Empty once the user was deleted. */
  to_address: string;
  to_key: string;
  to_name: string | null;
  message_id: string;
  status: EmailStatus;
  /** Runs that wrote to this row: the number of the last one. */
  attempts: number;
  /** `data` from just before the body goes out until its outcome is known. */
  smtp_phase: 'none' | 'connect' | 'data' | 'done';
  last_reply: string | null;
  possible_duplicate: boolean;
  not_before: Date | null;
  created_at: Date;
  /** When an operator let it begin again after it had ended. */
  reopened_at: Date | null;
}

/** A mail, and what stands between it and its recipient now. */
export interface EmailToSend extends EmailMessage {
  /** No mail goes to this address. */
  suppressed: boolean;
  /** How long the mail server wants no mail at all, in milliseconds; 0 when it does not say. */
  relay_held_ms: number;
}

/** Read a mail. */
export async function findEmailMessage(tx: Tx, id: string): Promise<EmailToSend | undefined> {
  const [row] = await tx.query<EmailToSend>(
    `SELECT id, user_id, purpose, template, locale, to_address, to_key, to_name, message_id, status, attempts, smtp_phase,
       last_reply, possible_duplicate, not_before, created_at, reopened_at,
       EXISTS (SELECT 1 FROM suppressions WHERE email_key = to_key AND (expires_at IS NULL OR expires_at > now())) AS suppressed,
       coalesce((SELECT greatest(0, extract(epoch FROM next_at - now()) * 1000)::float8
         FROM mail_paces WHERE scope = '*' AND next_at > now()), 0) AS relay_held_ms
     FROM email_messages WHERE id = $1`,
    [id],
    'find-email-message',
  );
  return row;
}

/** A mail that a job writes itself. */
export interface NewEmailMessage {
  id: string;
  jobId: string;
  purpose: string;
  template: string;
  locale: string;
  toAddress: string;
  /** What makes two spellings the same address. */
  toKey: string;
  /** How they are greeted. */
  toName?: string | null;
  /** Whose mail it is, when the recipient is a user. */
  userId?: string;
  messageId: string;
}

/** Write a mail to somebody who need not be a user. */
export async function insertEmailMessage(tx: Tx, mail: NewEmailMessage): Promise<void> {
  const { id, jobId, purpose, template, locale, toAddress, toKey, messageId, toName, userId } = mail;
  await tx.query(
    `INSERT INTO email_messages (id, job_id, purpose, template, locale, to_address, to_key, message_id, to_name,
       user_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, jobId, purpose, template, locale, toAddress, toKey, messageId, toName ?? null, userId ?? null],
    'insert-email-message',
  );
}

/**
 * Note that the body is about to go out: whoever finds this without an outcome cannot know whether it did. It changes
 * nothing when the mail was cancelled meanwhile, and must not go out.
 */
export function markEmailData(id: string, attempt: number): StepStatement {
  return {
    name: 'mark-email-data',
    sql: [
      `UPDATE email_messages SET status = 'sending', smtp_phase = 'data', attempts = $2, last_code = NULL, last_reply = NULL
       FROM step WHERE id = $1 AND status <> 'cancelled'`,
    ],
    params: [id, attempt],
  };
}

/**
 * Note that the server took the mail: its reply, and the id that the server gave it, if it said one. A server that takes
 * a mail is well, so failures are counted from zero again.
 */
export function markEmailSent(id: string, sent: { reply: string; serverMessageId: string | null }): StepStatement {
  return {
    name: 'mark-email-sent',
    sql: [
      `UPDATE email_messages SET status = 'sent', smtp_phase = 'done', last_code = NULL, last_reply = $2,
         server_message_id = $3, not_before = NULL, sent_at = now()
       FROM step WHERE id = $1`,
      `UPDATE mail_health SET policy_failures = 0, transient_failures = 0
       FROM step WHERE only_row AND (policy_failures <> 0 OR transient_failures <> 0)`,
    ],
    params: [id, sent.reply, sent.serverMessageId],
  };
}

/** How an attempt ended that did not send the mail. */
export interface UnsentEmail {
  status: 'retry_wait' | 'uncertain' | 'uncertain_final' | 'failed' | 'suppressed' | 'cancelled';
  attempt: number;
  code: string;
  reply: string | null;
  /** Not again before then. */
  notBefore: Date | null;
}

/**
 * Note how an attempt ended. An uncertain one makes every later copy a possible duplicate. A mail that was cancelled
 * meanwhile stays cancelled.
 */
export async function markEmailUnsent(
  tx: Tx,
  id: string,
  { status, attempt, code, reply, notBefore }: UnsentEmail,
): Promise<void> {
  await tx.query(
    `UPDATE email_messages SET status = CASE WHEN status = 'cancelled' THEN status ELSE $2 END, smtp_phase = 'none',
       attempts = $3, last_code = $4, last_reply = $5, not_before = $6,
       possible_duplicate = possible_duplicate OR $2 IN ('uncertain', 'uncertain_final')
     WHERE id = $1`,
    [id, status, attempt, code, reply, notBefore],
    'mark-email-unsent',
  );
}

/** Let a mail begin again that had ended. */
export async function reopenEmail(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `UPDATE email_messages SET status = 'queued', not_before = NULL, reopened_at = now()
     WHERE id = $1 AND status IN ('failed', 'suppressed')`,
    [id],
  );
}
