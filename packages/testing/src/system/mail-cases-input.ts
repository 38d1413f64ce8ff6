/** What somebody sends to `POST /register`, and what must come of it. */
export interface InputCase {
  id: string;
  does: string;
  /** The body: as JSON, or as it is. */
  json?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  /** Registered before, by the same test. */
  before?: { email: string; name?: string };
  answers: { status: number; code?: string; errors?: string[] };
  /** The mail that follows; without it there must be none. */
  sends?: { to: string; key?: string; locale?: string; status?: string; says?: string[]; hides?: string[] };
}

const accepted = { status: 202 };
const refused = (...errors: string[]): InputCase['answers'] => ({ status: 422, code: 'INVALID_INPUT', errors });
const badEmail = refused('/email EMAIL_INVALID');
const badDomain = refused('/email EMAIL_DOMAIN_INVALID');

/** Addresses that are refused, by the code that says why. */
function addresses(id: string, does: string, answers: InputCase['answers'], ...emails: string[]): InputCase[] {
  return emails.map((email, index) => ({ id: `${id}.${index + 1}`, does, json: { email }, answers }));
}

/** An address that resembles a known one, and is another. */
const neighbour = (id: string, does: string, known: string, email: string): InputCase => ({
  id,
  does,
  before: { email: known },
  json: { email },
  answers: accepted,
  sends: { to: email, key: email },
});

const name = (id: string, does: string, text: string): InputCase => ({
  id,
  does,
  json: { email: `${id.toLowerCase()}@example.com`, name: text },
  answers: refused('/name NAME_INVALID'),
});

const language = (id: string, does: string, locale: string, used: string): InputCase => ({
  id,
  does,
  json: { email: `${id.toLowerCase()}@example.com`, locale },
  answers: accepted,
  sends: { to: `${id.toLowerCase()}@example.com`, locale: used, says: [`Content-Language: ${used}`] },
});

const label = 'd'.repeat(61);
/** 189 characters that are a domain. */
const longDomain = `${[label, label, label].join('.')}.com`;

/** Every input that a stranger may try. */
export const inputCases: readonly InputCase[] = [
  { id: 'R01.1', does: 'malformed JSON', raw: '{"email":', answers: { status: 400, code: 'BAD_JSON' } },
  { id: 'R01.2', does: 'an array', json: [], answers: { status: 422, code: 'INVALID_INPUT' } },
  { id: 'R01.3', does: 'null', json: null, answers: { status: 422, code: 'INVALID_INPUT' } },
  {
    id: 'R01.4',
    does: '2 MB',
    raw: JSON.stringify({ email: `${'a'.repeat(2 * 1024 * 1024)}@example.com` }),
    answers: { status: 413, code: 'BODY_TOO_LARGE' },
  },
  {
    id: 'R02',
    does: 'another content type',
    raw: 'email=r02@example.com',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    answers: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
  },
  { id: 'R03', does: 'no address', json: { name: 'Ada' }, answers: badEmail },
  {
    id: 'R04.1',
    does: 'unknown fields',
    json: { email: 'r04@example.com', role: 'admin', verified: true },
    answers: refused('/role UNKNOWN_FIELD', '/verified UNKNOWN_FIELD'),
  },
  {
    id: 'R04.2',
    does: 'a field named __proto__',
    raw: '{"email":"r04@example.com","__proto__":{"verified":true}}',
    answers: refused('/__proto__ UNKNOWN_FIELD'),
  },
  {
    id: 'R04.3',
    does: 'a field named constructor',
    raw: '{"email":"r04@example.com","constructor":{"prototype":{"verified":true}}}',
    answers: refused('/constructor UNKNOWN_FIELD'),
  },
  { id: 'R05.1', does: 'an array as address', json: { email: ['r05@example.com'] }, answers: badEmail },
  { id: 'R05.2', does: 'an object as address', json: { email: { address: 'r05@example.com' } }, answers: badEmail },
  { id: 'R05.3', does: 'a number as address', json: { email: 5 }, answers: badEmail },
  ...addresses(
    'R06',
    'a header smuggled in',
    badEmail,
    'a@example.com\r\nBcc: evil@example.org',
    'a@example.com\nBcc:b',
  ),
  ...addresses(
    'R07',
    'more than one address',
    badEmail,
    'a@example.com, evil@example.org',
    'a@example.com; evil@example.org',
    'a@b@example.com',
  ),
  ...addresses('R08', 'a quoted local part', refused('/email EMAIL_UNSUPPORTED'), '"a@evil.org x"@example.com'),
  ...addresses(
    'R09',
    'comments, angles and names',
    badEmail,
    'a@example.com(evil@example.org)',
    '<a@example.com>',
    'Bob <a@example.com>',
  ),
  ...addresses(
    'R10',
    'a control character',
    badEmail,
    'a\0b@example.com',
    'a\u0007@example.com',
    'a\u0085@example.com',
  ),
  {
    id: 'R11',
    does: 'spaces around the address',
    json: { email: '  r11@example.com ' },
    answers: accepted,
    sends: { to: 'r11@example.com', key: 'r11@example.com' },
  },
  {
    id: 'R12',
    does: 'other capitals of a known address',
    before: { email: 'r12@example.com' },
    json: { email: 'R12@Example.COM' },
    answers: accepted,
    // The first mail is less than an hour old; R31 sees what comes after.
    sends: { to: 'r12@example.com', key: 'r12@example.com', status: 'cancelled' },
  },
  neighbour('R13', 'a tag behind a plus', 'r13@example.com', 'r13+x@example.com'),
  neighbour('R14', 'dots that one provider ignores', 'r14ab@gmail.com', 'r14.ab@gmail.com'),
  ...addresses(
    'R15',
    'an address that is too long',
    refused('/email EMAIL_TOO_LONG'),
    `${'a'.repeat(65)}@example.com`,
    `a@${label}.${label}.${longDomain}`,
    `${'a'.repeat(64)}@${longDomain}e`,
  ),
  {
    id: 'R15.4',
    does: 'the longest address',
    json: { email: `${'a'.repeat(64)}@${longDomain}` },
    answers: accepted,
    sends: { to: `${'a'.repeat(64)}@${longDomain}` },
  },
  ...addresses(
    'R16',
    'dots and dashes where none may be',
    badEmail,
    'a..b@example.com',
    '.a@example.com',
    'a.@example.com',
  ),
  ...addresses('R16d', 'a domain that is none', badDomain, 'a@-x.com', 'a@x_y.com', 'a@x'),
  ...addresses('R17', 'a machine instead of a domain', badDomain, 'a@[127.0.0.1]', 'a@localhost', 'a@10.0.0.1'),
  ...addresses('R18', 'empty labels', badDomain, 'a@example.com.', 'a@example..com', 'a@.example.com'),
  {
    id: 'R19',
    does: 'a domain with an umlaut',
    json: { email: 'r19@bücher.example' },
    answers: accepted,
    sends: { to: 'r19@xn--bcher-kva.example', key: 'r19@xn--bcher-kva.example' },
  },
  {
    id: 'R20.1',
    does: 'full-width letters of a known domain',
    before: { email: 'r20@example.com' },
    json: { email: 'r20@ｅxample.com' },
    answers: accepted,
    sends: { to: 'r20@example.com', key: 'r20@example.com', status: 'cancelled' },
  },
  {
    id: 'R20.2',
    does: 'circled digits',
    json: { email: 'r20@①②.com' },
    answers: accepted,
    sends: { to: 'r20@12.com', key: 'r20@12.com' },
  },
  {
    id: 'R21',
    does: 'a Cyrillic letter that looks Latin',
    json: { email: 'r21@аpple.com' },
    answers: accepted,
    sends: { to: 'r21@xn--pple-43d.com', key: 'r21@xn--pple-43d.com' },
  },
  ...addresses('R22', 'letters beyond ASCII before the @', refused('/email SMTPUTF8_UNSUPPORTED'), '用户@例子.中国'),
  {
    id: 'R23',
    does: 'the same umlaut in another form',
    before: { email: 'r23@b\u00fccher.example' },
    json: { email: 'r23@bu\u0308cher.example' },
    answers: accepted,
    sends: { to: 'r23@xn--bcher-kva.example', key: 'r23@xn--bcher-kva.example', status: 'cancelled' },
  },
  name('R26.1', 'a line break in the name', 'Ada\r\nBcc: evil@example.org'),
  name('R26.2', '5 KB of name', 'a'.repeat(5_000)),
  name('R26.3', 'a name that turns the direction of text', 'Ada\u202egpj'),
  {
    id: 'R26.4',
    does: 'markup in the name',
    json: { email: 'r26.4@example.com', name: '<script>alert(1)</script>' },
    answers: accepted,
    sends: {
      to: 'r26.4@example.com',
      says: ['&lt;script&gt;alert(1)&lt;/script&gt;', 'Hello <script>alert(1)</script>'],
      hides: ['Bcc'],
    },
  },
  {
    id: 'R26.5',
    does: 'a name in Chinese, with an emoji',
    json: { email: 'r26.5@example.com', name: '小明 🎉' },
    answers: accepted,
    sends: { to: 'r26.5@example.com', says: ['小明 🎉'] },
  },
  name('R27.1', 'an address as name', 'Win at http://x'),
  name('R27.2', 'a host as name', 'www.pills.example'),
  {
    id: 'R28',
    does: 'template languages in the name',
    json: { email: 'r28@example.com', name: '{{constructor}} <%= 1234*4321 %> ${1234*4321}' },
    answers: accepted,
    sends: {
      to: 'r28@example.com',
      says: ['{{constructor}} <%= 1234*4321 %> ${1234*4321}', '{{constructor}} &lt;%'],
      hides: ['5332114', 'function'],
    },
  },
  language('R29.1', 'an unknown language', 'xx', 'en'),
  language('R29.2', 'a neighbour of a known language', 'zh-TW', 'zh-CN'),
  language('R29.3', 'a path as language', '../../en', 'en'),
];
