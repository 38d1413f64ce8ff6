import PostalMime, { type Address, type Email } from 'postal-mime';

/** An address, named as in Mailpit's API. */
export interface MailAddress {
  Name: string;
  Address: string;
}

/** A line of the list, named as in Mailpit's `GET /api/v1/messages`. */
export interface MailSummary {
  ID: string;
  MessageID: string;
  Read: boolean;
  From: MailAddress | null;
  To: readonly MailAddress[];
  Cc: readonly MailAddress[];
  Bcc: readonly MailAddress[];
  ReplyTo: readonly MailAddress[];
  Subject: string;
  /** When it arrived, RFC 3339. */
  Created: string;
  Tags: readonly string[];
  /** Bytes. */
  Size: number;
  /** How many. */
  Attachments: number;
  Snippet: string;
}

/** A file in a mail, named as in Mailpit. `PartID` is its place among the attachments. */
export interface MailAttachment {
  PartID: string;
  FileName: string;
  ContentType: string;
  ContentID: string;
  Size: number;
}

/** A whole mail, named as in Mailpit's `GET /api/v1/message/{id}`. */
export interface MailDetail extends Omit<MailSummary, 'Attachments' | 'Snippet' | 'Read' | 'Created'> {
  Date: string;
  ReturnPath: string;
  Text: string;
  HTML: string;
  Attachments: readonly MailAttachment[];
  Inline: readonly MailAttachment[];
}

/** Characters of the text that the list shows; Mailpit's number. */
const snippetLength = 250;

/**
 * Read a mail. One that cannot be read is shown as text, because an inbox must show whatever was sent.
 */
export async function parseMail(raw: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(raw);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return {
      headers: [],
      headerLines: [],
      attachments: [],
      subject: `(cannot be read: ${reason})`,
      text: raw.toString(),
    };
  }
}

/** The line of the list for a mail. */
export function summaryOf(id: string, created: Date, raw: Buffer, email: Email): MailSummary {
  return {
    ...commonOf(id, raw, email),
    Read: false,
    Created: created.toISOString(),
    Attachments: email.attachments.length,
    Snippet: plainTextOf(email).replace(/\s+/g, ' ').trim().slice(0, snippetLength),
  };
}

/** What a mail says: its plain text, or what is left of its HTML without the marks. */
export function plainTextOf({ text, html = '' }: Email): string {
  return text ?? html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');
}

/** All of a mail. */
export function detailOf(id: string, created: Date, raw: Buffer, email: Email): MailDetail {
  const attachments = email.attachments.map((attachment, index) => ({
    PartID: String(index + 1),
    FileName: attachment.filename ?? '',
    ContentType: attachment.mimeType,
    ContentID: (attachment.contentId ?? '').replace(/^<|>$/g, ''),
    Size: Buffer.byteLength(Buffer.from(bytesOf(attachment.content))),
    inline: attachment.disposition === 'inline',
  }));
  const without = (inline: boolean): MailAttachment[] =>
    attachments.filter((part) => part.inline === inline).map(({ inline: _inline, ...part }) => part);
  return {
    ...commonOf(id, raw, email),
    Date: dateOf(email, created).toISOString(),
    ReturnPath: (email.returnPath ?? '').replace(/^<|>$/g, ''),
    Text: email.text ?? '',
    HTML: email.html ?? '',
    Attachments: without(false),
    Inline: without(true),
  };
}

/** Every header with all its values, in the order of the mail. */
export function headersOf(email: Email): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const { originalKey, value } of email.headers) (headers[originalKey] ??= []).push(value);
  return headers;
}

/** The bytes of an attachment, however the parser gives them. */
export function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function commonOf(id: string, raw: Buffer, email: Email) {
  return {
    ID: id,
    MessageID: (email.messageId ?? '').replace(/^<|>$/g, ''),
    From: addressesOf(email.from ? [email.from] : [])[0] ?? null,
    To: addressesOf(email.to),
    Cc: addressesOf(email.cc),
    Bcc: addressesOf(email.bcc),
    ReplyTo: addressesOf(email.replyTo),
    Subject: email.subject ?? '',
    Tags: [],
    Size: raw.length,
  };
}

function addressesOf(addresses: readonly Address[] = []): MailAddress[] {
  return addresses.flatMap((one) =>
    one.group === undefined
      ? [{ Name: one.name, Address: one.address }]
      : one.group.map(({ name, address }) => ({ Name: name, Address: address })),
  );
}

function dateOf(email: Email, created: Date): Date {
  const sent = new Date(email.date ?? '');
  return Number.isNaN(sent.getTime()) ? created : sent;
}
