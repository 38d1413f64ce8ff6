import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';

import { type ComposedApi, composedApi } from '../openapi/testing/composed-api.ts';
import { noticeAdmins, type NoticeBoard, noticeBoard, type Told } from './testing/notice-board.ts';

let api: ComposedApi;
let board: NoticeBoard;

beforeAll(async () => {
  api = await composedApi({ ADMIN_EMAILS: noticeAdmins, RATE_LIMITS: 'off' });
  board = await noticeBoard(api.url, api.db);
});
afterAll(() => api.stop());
beforeEach(() => api.db.query('DELETE FROM notifications'));

const send = (body: unknown, headers: Record<string, string> = {}): Promise<Told> =>
  board.ask('POST', '/notifications', board.operator.accessToken, body, headers);
const ofAda = (method: string, path: string, body?: unknown): Promise<Told> =>
  board.ask(method, path, board.ada.accessToken, body);

describe('POST /notifications', () => {
  it('stores what a user should know, and the job of its mail in 30 seconds', async () => {
    const before = Date.now();
    const notice = { title: ' Export ready ', body: 'Two\nlines', link: '/files/7', data: { files: [7] } };
    const { status, body } = await send({ email: 'Ada@Notices.Example', ...notice });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        notification: {
          ...notice,
          title: 'Export ready',
          id: expect.any(String),
          createdAt: expect.any(String),
          readAt: null,
        },
        unread: 1,
        emailJob: expect.any(String),
      },
    });
    const [job] = await api.db.query<Record<string, unknown>>(
      'SELECT name, state, payload, run_at FROM jobs WHERE id = $1',
      [body.emailJob],
    );
    const payload = { notificationId: body.notification.id };
    expect(job).toMatchObject({ name: 'email.notification', state: 'scheduled', payload });
    const waitsMs = Number(job?.['run_at']) - before;
    expect(waitsMs >= 30_000 && waitsMs < 30_000 + Date.now() - before + 1).toBe(true);
    expect((await send({ userId: board.ada.userId, title: 'No mail', sendEmail: false })).body).toMatchObject({
      unread: 2,
      emailJob: null,
    });
  });

  it('is done once for a key, and answered alike', async () => {
    const headers = { 'idempotency-key': uuidv7() };
    const notice = { userId: board.ada.userId, title: 'Once' };
    const [first, second] = await Promise.all([send(notice, headers), send(notice, headers)]);
    expect(second.body).toEqual(first.body);
    expect((await ofAda('GET', '/notifications')).body.unread).toBe(1);
    expect((await send({ ...notice, title: 'Twice' }, headers)).body.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it.each<[pointer: string, code: string, given: Record<string, unknown>]>([
    ['/userId', 'USER_UNKNOWN', { userId: uuidv7() }],
    ['/email', 'USER_UNKNOWN', { email: 'nobody@notices.example' }],
    ['/userId', 'USER_AMBIGUOUS', { userId: undefined }],
    ['/email', 'USER_AMBIGUOUS', { userId: uuidv7(), email: 'ada@notices.example' }],
    ['/email', 'EMAIL_INVALID', { email: 'ada' }],
    ['/title', 'TITLE_INVALID', { title: '' }],
    ['/title', 'TITLE_INVALID', { title: 'two\nlines' }],
    ['/title', 'TITLE_INVALID', { title: 't'.repeat(151) }],
    ['/title', 'TEXT_INVALID', { title: 'lone \ud800' }],
    ['/body', 'BODY_INVALID', { body: 'null\0' }],
    ['/body', 'BODY_INVALID', { body: 'b'.repeat(2_001) }],
    ['/data', 'DATA_INVALID', { data: [] }],
    ['/data', 'DATA_INVALID', { data: { much: 'x'.repeat(4_096) } }],
    ['/data', 'TEXT_INVALID', { data: { nul: '\0' } }],
    ['/more', 'UNKNOWN_FIELD', { more: 1 }],
  ])('refuses %s as %s (case %#)', async (pointer, code, given) => {
    const whom = 'userId' in given || 'email' in given ? {} : { userId: board.ada.userId };
    const { status, body } = await send({ title: 'x', ...whom, ...given });
    expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ pointer, code }] });
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil\\',
    'ftp://files.example/',
    'relative',
    'https://a b',
    '',
  ])('refuses the link %j', async (link) => {
    const { status, body } = await send({ userId: board.ada.userId, title: 'x', link });
    expect({ status, errors: body.errors }).toMatchObject({
      status: 422,
      errors: [{ pointer: '/link', code: 'LINK_INVALID' }],
    });
  });

  it.each(['https://app.example/a?b=c#d', 'http://localhost:8080/', '/', '/files/7?x=//y'])(
    'takes the link %s',
    async (link) => {
      expect((await send({ userId: board.ada.userId, title: 'x', link })).body.notification.link).toBe(link);
    },
  );

  it('is for operators, and for keys that name the job', async () => {
    const notice = { userId: board.ada.userId, title: 'x' };
    const asking = [
      undefined,
      board.ada.accessToken,
      board.viewer.accessToken,
      await board.newKey('email.send'),
      await board.newKey('email.*'),
    ];
    const answers = await Promise.all(asking.map((token) => board.ask('POST', '/notifications', token, notice)));
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403, 201]);
    expect(answers[3]?.body.code).toBe('JOB_NOT_ALLOWED');
  });
});

describe('notifications', () => {
  it('are listed page by page, the newest first, all or the unread ones', async () => {
    const ids: string[] = [];
    for (const title of ['1', '2', '3', '4', '5']) ids.unshift(await board.tellAda(title));
    await ofAda('PATCH', `/notifications/${ids[1]}`, { read: true });
    const first = await ofAda('GET', '/notifications?limit=2');
    const second = await ofAda('GET', `/notifications?limit=3&after=${first.body.page.next}`);
    const titles = [first, second].map(({ body }) => body.notifications.map(({ title }: { title: string }) => title));
    expect(titles).toEqual([
      ['5', '4'],
      ['3', '2', '1'],
    ]);
    expect([first.body.unread, second.body.page.next]).toEqual([4, null]);
    const unread = await ofAda('GET', '/notifications?unread=true&limit=2');
    expect(unread.body.notifications.map(({ title }: { title: string }) => title)).toEqual(['5', '3']);
    const foreign = await ofAda('GET', `/notifications?after=${unread.body.page.next}`);
    expect(foreign).toMatchObject({ status: 422, body: { errors: [{ pointer: '/after', code: 'CURSOR_INVALID' }] } });
    expect((await board.ask('GET', '/notifications', board.bob.accessToken)).body).toMatchObject({
      unread: 0,
      notifications: [],
    });
  });

  it('are marked one by one, by their user alone', async () => {
    const id = await board.tellAda('1');
    const read = await ofAda('PATCH', `/notifications/${id}`, { read: true });
    expect(read.body).toMatchObject({ unread: 0, notification: { id, readAt: expect.any(String) } });
    const again = await ofAda('PATCH', `/notifications/${id}`, { read: true });
    expect(again.body).toEqual(read.body);
    const unread = await ofAda('PATCH', `/notifications/${id}`, { read: false });
    expect(unread.body).toMatchObject({ unread: 1, notification: { id, readAt: null } });
    const strangers = [board.bob, board.operator];
    const paths = [`/notifications/${id}`, `/notifications/${uuidv7()}`, '/notifications/nothing'];
    for (const { accessToken } of strangers) {
      for (const path of paths) {
        expect((await board.ask('PATCH', path, accessToken, { read: true })).body.code).toBe('NOT_FOUND');
      }
    }
    expect((await ofAda('GET', '/notifications')).body.unread).toBe(1);
  });

  it('are marked all at once, or those that were shown', async () => {
    await board.tellAda('1');
    const shown = (await ofAda('GET', '/notifications')).body.notifications[0].createdAt;
    await api.db.query(`UPDATE notifications SET created_at = created_at - interval '1 s'`);
    const before = new Date(Date.parse(shown) - 1_000).toISOString();
    await board.tellAda('2');
    expect((await ofAda('PATCH', '/notifications', { read: true, before })).body).toEqual({ unread: 1, read: 1 });
    expect((await ofAda('PATCH', '/notifications', { read: true })).body).toEqual({ unread: 0, read: 1 });
    expect((await ofAda('PATCH', '/notifications', { read: true })).body).toEqual({ unread: 0, read: 0 });
    expect((await ofAda('PATCH', '/notifications', { read: false })).status).toBe(422);
  });
});
