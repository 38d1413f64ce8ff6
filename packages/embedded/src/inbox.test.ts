import { request } from 'node:http';
import { connect } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEvents } from '@jobwire/runtime';
import { spyEvents, type TestFolder, testFolder } from '@jobwire/testing';
import { createTransport, type SendMailOptions } from 'nodemailer';

import { type Inbox, startInbox } from './index.ts';

let folder: TestFolder;
let inbox: Inbox;
beforeEach(async () => {
  folder = await testFolder('inbox');
  inbox = await start();
});
afterEach(async () => {
  await inbox.stop();
  await folder.stop();
});

function start(emit = createEvents().emit): Promise<Inbox> {
  return startInbox({ smtpPort: 0, httpPort: 0, dataDir: folder.path, emit });
}

const welcome = {
  from: 'Jobwire <noreply@example.com>',
  to: '"Ada Lovelace" <ada@example.com>, bob@example.com',
  subject: 'Welcome <b>Ada</b> 你好',
  text: 'Open https://example.com/verify#token=1 now',
  html: '<h1>Welcome</h1><script>parent.hacked = true</script>',
  messageId: '<0198@example.com>',
  attachments: [{ filename: 'notes.txt', content: 'a file' }],
} satisfies SendMailOptions;

async function send(mail: SendMailOptions = welcome): Promise<unknown> {
  return createTransport(inbox.smtpUrl).sendMail(mail);
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, inbox.httpUrl), { headers });
}

async function list(
  query = '',
  path = 'messages',
): Promise<{ total: number; messages: { ID: string; Subject: string }[] }> {
  return (await get(`/api/v1/${path}${query}`)).json() as Promise<{
    total: number;
    messages: { ID: string; Subject: string }[];
  }>;
}

async function onlyId(): Promise<string> {
  const { messages } = await list();
  expect(messages).toHaveLength(1);
  return messages[0]!.ID;
}

describe("Mailpit's paths", () => {
  it('list a mail that came by SMTP', async () => {
    await send();
    expect(await list()).toMatchObject({
      total: 1,
      messages_count: 1,
      start: 0,
      messages: [
        {
          MessageID: '0198@example.com',
          From: { Name: 'Jobwire', Address: 'noreply@example.com' },
          To: [
            { Name: 'Ada Lovelace', Address: 'ada@example.com' },
            { Name: '', Address: 'bob@example.com' },
          ],
          Subject: 'Welcome <b>Ada</b> 你好',
          Snippet: 'Open https://example.com/verify#token=1 now',
          Attachments: 1,
        },
      ],
    });
  });

  it('show all of a mail, its headers, its source and its files', async () => {
    await send();
    const id = await onlyId();
    const detail = await (await get(`/api/v1/message/${id}`)).json();
    expect(detail).toMatchObject({
      ID: id,
      ReturnPath: 'noreply@example.com',
      Text: expect.stringContaining('verify#token=1'),
      HTML: expect.stringContaining('<h1>Welcome</h1>'),
      Attachments: [{ PartID: '1', FileName: 'notes.txt', Size: 6 }],
    });
    expect(await (await get('/api/v1/message/latest')).json()).toEqual(detail);
    expect(await (await get(`/api/v1/message/${id}/headers`)).json()).toMatchObject({
      'Message-ID': ['<0198@example.com>'],
    });
    expect(await (await get(`/api/v1/message/${id}/raw`)).text()).toMatch(/^Return-Path: <noreply@example.com>\r\n/);
    expect(await (await get(`/api/v1/message/${id}/part/1`)).text()).toBe('a file');
    expect((await get(`/api/v1/message/${id}/part/2`)).status).toBe(404);
  });

  it('find mails by words, and by words of one field', async () => {
    await send();
    await send({
      ...welcome,
      to: 'grace@example.com',
      subject: 'Your report',
      text: 'For Ada',
      html: '<b>For Ada</b>',
    });
    const found = async (query: string): Promise<string[]> => {
      const { messages } = await list(`?query=${encodeURIComponent(query)}`, 'search');
      return messages.map(({ Subject }) => Subject);
    };
    expect(await found('REPORT example.com')).toEqual(['Your report']);
    expect(await found('to:ada')).toEqual([welcome.subject]);
    expect(await found('"for ada"')).toEqual(['Your report']);
    expect(await found('subject:report to:ada')).toEqual([]);
    expect(await (await get('/search?q=grace')).text()).toMatch(/1 mail for “grace”[\s\S]*Your report/);
    expect(await (await get('/search?q=nobody')).text()).not.toContain('Your report');
  });

  it('page through the mails, newest first, and delete some or all', async () => {
    for (const subject of ['one', 'two', 'three']) await send({ ...welcome, subject });
    const { messages } = await list('?start=1&limit=1');
    expect(messages.map(({ Subject }) => Subject)).toEqual(['two']);
    const remove = (body: string) => fetch(`${inbox.httpUrl}/api/v1/messages`, { method: 'DELETE', body });
    expect((await remove('{"IDs":3}')).status).toBe(400);
    await remove(JSON.stringify({ IDs: [messages[0]?.ID] }));
    expect((await list()).messages.map(({ Subject }) => Subject)).toEqual(['three', 'one']);
    await remove('');
    expect((await list()).total).toBe(0);
    expect((await get(`/api/v1/message/${messages[0]?.ID}`)).status).toBe(404);
  });
});

describe('the page', () => {
  it('lists mails and shows one, with everything from strangers escaped', async () => {
    expect(await (await get('/')).text()).toContain('No mails yet');
    await send();
    const id = await onlyId();
    const overview = await get('/');
    expect(overview.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    expect(await overview.text()).toContain(`<a href="/view/${id}">`);
    const page = await (await get(`/view/${id}`)).text();
    expect(page).toContain('Welcome &lt;b&gt;Ada&lt;/b&gt; 你好');
    expect(page).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox" src="/view/${id}.html"`);
    expect(page).not.toContain('parent.hacked');
    const text = await (await get(`/view/${id}?tab=text`)).text();
    expect(text).toContain('href="https://example.com/verify#token=1"');
    expect(await (await get(`/view/${id}?tab=headers`)).text()).toContain('&lt;0198@example.com&gt;');
    expect(await (await get(`/view/${id}?tab=raw`)).text()).toContain('&lt;script&gt;parent.hacked = true');
    expect(page).toContain('1 file');
    const gone = await get('/view/0198');
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('not here any more')]);
  });

  it('speaks the language of the browser', async () => {
    const headers = { 'accept-language': 'de, zh-TW;q=0.8, en;q=0.5' };
    expect(await (await get('/', headers)).text()).toMatch(/<html lang="zh-CN">[\s\S]*还没有邮件/);
  });

  it("shows a mail's HTML with its own pictures, without scripts and without those of other servers", async () => {
    const picture = { cid: 'logo@example.com', filename: 'a.png', contentType: 'image/png', content: 'PNG' };
    await send({ ...welcome, html: `${welcome.html}<img src="cid:logo@example.com">`, attachments: [picture] });
    const frame = await get(`/view/${await onlyId()}.html`);
    const policy = frame.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^sandbox allow-popups .*default-src 'none'; .*img-src data:;/);
    expect(policy).not.toMatch(/allow-scripts|https?:/);
    const page = await frame.text();
    expect(page).toContain('<h1>Welcome</h1>');
    expect(page).toContain('<img src="data:image/png;base64,UE5H">');
  });

  it('has no inline script or style', async () => {
    await send();
    const page = await (await get('/view/latest')).text();
    expect(page).toMatch(/<script src="\/inbox.js" defer><\/script>/);
    expect(page.replace('<script src="/inbox.js" defer></script>', '')).not.toMatch(/<script|<style| style=| on\w+=/);
    expect((await get('/inbox.js')).headers.get('Content-Type')).toContain('text/javascript');
    expect((await get('/inbox.css')).headers.get('Content-Type')).toContain('text/css');
  });
});

it('keeps its mails over a restart', async () => {
  await send();
  await inbox.stop();
  inbox = await start();
  expect((await list()).messages[0]?.Subject).toBe(welcome.subject);
});

it('says when a mail arrived, without its content', async () => {
  const events = createEvents();
  const spy = spyEvents(events);
  await inbox.stop();
  inbox = await start(events.emit);
  await send();
  const { facts } = await spy.waitFor('inbox.received');
  expect(facts).toEqual({ id: await onlyId(), bytes: expect.any(Number) });
});

it('refuses a mail that is too large, and shows one that cannot be parsed', async () => {
  await expect(send({ ...welcome, text: 'x'.repeat(26 * 1024 * 1024) })).rejects.toMatchObject({ responseCode: 552 });
  await send({ envelope: { from: 'a@example.com', to: 'b@example.com' }, raw: 'no headers at all' });
  expect((await list()).total).toBe(1);
  expect((await get('/view/latest')).status).toBe(200);
});

it('answers only under local names, so that no web page can read it', async () => {
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(inbox.httpUrl);
    request({ host: '127.0.0.1', port, headers: { Host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

it('survives a client that hangs up in the middle of a mail', async () => {
  const { port } = new URL(inbox.smtpUrl);
  const socket = connect(Number(port), '127.0.0.1');
  const answer = (code: string): Promise<void> =>
    new Promise((resolve) => socket.on('data', (data) => data.includes(code) && resolve()));
  await answer('220 ');
  socket.write('EHLO me\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n');
  await answer('354 ');
  socket.write('Subject: half');
  socket.resetAndDestroy();
  await send();
  expect((await list()).total).toBe(1);
});

it('says which port is taken', async () => {
  const { port } = new URL(inbox.smtpUrl);
  await expect(startInbox({ smtpPort: Number(port), httpPort: 0, emit: () => undefined })).rejects.toThrow(
    /EADDRINUSE.*:\d+/,
  );
});
