/** What the owner of a job reads about a mail. The server's own words may name hosts and people: they are the operator's. */
const sentences: Readonly<Record<string, string>> = {
  RECIPIENT_REFUSED: 'Address rejected',
  EMAIL_DOMAIN_UNDELIVERABLE: 'The domain of the address takes no mail',
  MESSAGE_TOO_LARGE: 'The mail is too large',
  MESSAGE_REFUSED: 'The mail server refused the mail',
  MESSAGE_INVALID: 'The mail cannot be sent as it is',
  TEMPLATE_ERROR: 'The mail could not be put into words',
  MAIL_CONFIG: 'Mail is held until its settings are repaired',
  MAIL_POLICY: 'The mail server does not accept the mail yet',
  MAIL_THROTTLED: 'The mail server wants mails more slowly',
  MAIL_DEFERRED: 'The mail server asked to try again later',
  RELAY_UNREACHABLE: 'The mail server was out of reach',
};

/** One sentence about a code, for whoever watches the job. */
export function sentenceOf(code: string): string {
  return sentences[code] ?? 'The mail was not sent';
}
