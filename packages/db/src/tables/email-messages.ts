import type { Tx } from '../database.ts';

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
  /** NULL when the user was deleted. */
  user_id: string | null;
  template: string;
  locale: string;
  to_address: string;
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
}

/** Read a mail. */
export async function findEmailMessage(tx: Tx, id: string): Promise<EmailMessage | undefined> {
  const [row] = await tx.query<EmailMessage>(
    `SELECT id, user_id, template, locale, to_address, to_name, message_id, status, attempts, smtp_phase, last_reply,
       possible_duplicate, not_before, created_at
     FROM email_messages WHERE id = $1`,
    [id],
    'find-email-message',
  );
  return row;
}

/** Note that the body is about to go out: whoever finds this without an outcome cannot know whether it did. */
export async function markEmailData(tx: Tx, id: string, attempt: number): Promise<void> {
  await tx.query(
    `UPDATE email_messages SET status = 'sending', smtp_phase = 'data', attempts = $2, last_code = NULL, last_reply = NULL
     WHERE id = $1`,
    [id, attempt],
    'mark-email-data',
  );
}

/** Note that the server took the mail: its reply, and the id that the server gave it, if it said one. */
export async function markEmailSent(
  tx: Tx,
  id: string,
  sent: { reply: string; serverMessageId: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE email_messages SET status = 'sent', smtp_phase = 'done', last_code = NULL, last_reply = $2,
       server_message_id = $3, not_before = NULL, sent_at = now()
     WHERE id = $1`,
    [id, sent.reply, sent.serverMessageId],
    'mark-email-sent',
  );
}

/** How an attempt ended that did not send the mail. */
export interface UnsentEmail {
  status: 'retry_wait' | 'uncertain' | 'uncertain_final' | 'failed' | 'cancelled';
  attempt: number;
  code: string;
  reply: string | null;
  /** Not again before then. */
  notBefore: Date | null;
}

/** Note how an attempt ended. An uncertain one makes every later copy a possible duplicate. */
export async function markEmailUnsent(
  tx: Tx,
  id: string,
  { status, attempt, code, reply, notBefore }: UnsentEmail,
): Promise<void> {
  await tx.query(
    `UPDATE email_messages SET status = $2, smtp_phase = 'none', attempts = $3, last_code = $4, last_reply = $5,
       not_before = $6, possible_duplicate = possible_duplicate OR $2 IN ('uncertain', 'uncertain_final')
     WHERE id = $1`,
    [id, status, attempt, code, reply, notBefore],
    'mark-email-unsent',
  );
}
