import { type Database, insertApiKey } from '@jobwire/db';
import { randomToken, sha256, uuidv7 } from '@jobwire/runtime';
import { eventually, type Person, signIn } from '@jobwire/testing';

import { openTestSocket, type TestSocket, type TestSocketOptions } from '../../sockets/testing/test-socket.ts';

/** Who the administrators are, for ADMIN_EMAILS. */
export const noticeAdmins = 'operator@notices.example,viewer@notices.example:viewer';

/** An answer, read whole. */
export interface Told {
  status: number;
  headers: Headers;
  // A test knows what it asks for.
  body: ReturnType<typeof JSON.parse>;
}

/** An API under test, with those who tell and are told. */
export interface NoticeBoard {
  ada: Person;
  bob: Person;
  operator: Person;
  viewer: Person;
  /** A new key for jobs of these names. */
  newKey(...jobs: string[]): Promise<string>;
  ask(method: string, path: string, token?: string, body?: unknown, headers?: Record<string, string>): Promise<Told>;
  /** Tell Ada something; the notification's id. */
  tellAda(title: string, more?: Record<string, unknown>): Promise<string>;
  /** A socket that has said hello, at this API or at another process of it. */
  open(token: string | undefined, options?: TestSocketOptions, url?: string): Promise<TestSocket>;
  /** When the record was told that a client has a notification; null before. */
  takenAt(id: string): Promise<Date | null>;
  /** Wait until it was. */
  untilTaken(id: string): Promise<void>;
}

/** Sign everybody in. */
export async function noticeBoard(url: string, db: Database): Promise<NoticeBoard> {
  const enter = (name: string): Promise<Person> => signIn(url, db, `${name}@notices.example`);
  const ask: NoticeBoard['ask'] = async (method, path, token, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  };
  const takenAt: NoticeBoard['takenAt'] = async (id) => {
    const [row] = await db.query<{ taken_at: Date | null }>('SELECT taken_at FROM notifications WHERE id = $1', [id]);
    return row?.taken_at ?? null;
  };
  const [ada, bob, operator, viewer] = [
    await enter('ada'),
    await enter('bob'),
    await enter('operator'),
    await enter('viewer'),
  ];
  return {
    ada,
    bob,
    operator,
    viewer,
    async newKey(...jobs) {
      const token = `jw_${randomToken()}`;
      await insertApiKey(db, { id: uuidv7(), name: 'test', tokenHash: sha256(token), jobs, expiresAt: null });
      return token;
    },
    ask,
    async tellAda(title, more = {}) {
      const { body } = await ask('POST', '/notifications', operator.accessToken, {
        userId: ada.userId,
        title,
        sendEmail: false,
        ...more,
      });
      return body.notification.id;
    },
    async open(token, options = {}, at = url) {
      const socket = await openTestSocket(`${at.replace('http', 'ws')}/ws`, options);
      await socket.ask('hello', token === undefined ? {} : { token });
      return socket;
    },
    takenAt,
    untilTaken: async (id) => {
      await eventually(async () => {
        if ((await takenAt(id)) === null) throw new Error('It is not taken');
      });
    },
  };
}
