import { describe, expect, it } from '@jest/globals';
import type { NotificationItem } from '@jobwire/client';

import { hrefOf, noNotices, type Notice, noticesAfter, withOlder } from '../notifications/notices.ts';
import { frameLineOf, framesText, framesWith } from './frame-line.ts';
import { createFrameLog } from './frame-log.ts';
import { connectionText, connectionWords } from './words.ts';

describe('what is said of a connection', () => {
  it('is what it does, by which way, and when it is tried again', () => {
    const said = (state: Parameters<typeof connectionText>[0]): string =>
      connectionText(state, connectionWords.en, 10_000);
    expect(said({ state: 'idle' })).toBe('Nothing to watch');
    expect(said({ state: 'live', transport: 'websocket' })).toBe('Live');
    expect(said({ state: 'connecting', transport: 'sse' })).toBe('Falling back to SSE');
    expect(said({ state: 'live', transport: 'sse' })).toBe('Live by SSE');
    expect(said({ state: 'waiting', transport: 'websocket', until: 12_100, failures: 1 })).toBe('Reconnecting in 3 s');
    expect(said({ state: 'waiting', transport: 'websocket', until: 9_000, failures: 1 })).toBe('Reconnecting');
  });
});

describe('the log of frames', () => {
  it('has the newest 300, each with a number of its own, and can be searched and copied', () => {
    const log = createFrameLog();
    for (let id = 1; id <= 305; id += 1) {
      log.add({ direction: 'out', transport: 'websocket', text: `{"id":${id},"op":"sub","ch":"Room:${id}"}`, at: 0 });
    }
    expect(log.frames.value).toHaveLength(300);
    const found = framesWith(log.frames.value, ' room:305 ');
    expect(found).toMatchObject([{ number: 305 }]);
    expect(framesText(found)).toBe('1970-01-01T00:00:00.000Z → {"id":305,"op":"sub","ch":"Room:305"}');
    expect(framesWith(log.frames.value, ' ')).toHaveLength(300);
  });

  it('says what a frame is about, whatever it is', () => {
    const about = (text: string) => {
      const { what, answer, channel } = frameLineOf({ text });
      return [what, answer, channel];
    };
    expect(about('{"t":"event","ch":"job:1","type":"job.progress"}')).toEqual([
      'event job.progress',
      undefined,
      'job:1',
    ]);
    expect(about('{"id":1,"ok":{}}')).toEqual(['', 'ok', undefined]);
    expect(about('{"id":1,"error":{"code":"FORBIDDEN"}}')).toEqual(['', 'error', undefined]);
    expect([about('GET /events?ch=broadcast'), about('null'), about('{"op":1}')]).toEqual([
      ['', undefined, undefined],
      ['', undefined, undefined],
      ['', undefined, undefined],
    ]);
  });
});

describe('notifications', () => {
  const notice = (id: string, readAt: string | null = null): Notice => ({
    id,
    title: id,
    body: null,
    link: null,
    data: null,
    createdAt: '2026-11-24T12:00:00.000Z',
    readAt,
  });
  const listed = (item: NotificationItem) => noticesAfter(noNotices, item);

  it('are read on, older ones too, and know when there are none', () => {
    const few = listed({ kind: 'initial', unread: 1, notifications: [notice('c')] });
    expect(few.next).toBeNull();
    const full = listed({
      kind: 'initial',
      unread: 50,
      notifications: Array.from({ length: 50 }, (_, at) => notice(`n${at}`)),
    });
    expect(full.next).toBeUndefined();
    const page = { unread: 50, notifications: [notice('n49'), notice('old')], page: { next: null } };
    const all = withOlder(full, page);
    expect([all.list.length, all.list.at(-1)?.id, all.next]).toEqual([51, 'old', null]);
    const read = { kind: 'read', ids: ['old'], readAt: 'then', unread: 49, notifications: full.list } as const;
    expect(noticesAfter(all, read).list.at(-1)).toMatchObject({ id: 'old', readAt: 'then' });
    const news = {
      kind: 'new',
      notification: notice('new'),
      unread: 50,
      notifications: [notice('new'), ...full.list],
    } as const;
    expect(noticesAfter(all, news).list.map(({ id }) => id)).toEqual(['new', ...all.list.map(({ id }) => id)]);
  });

  it('lead to addresses of the web and places of this server, and nowhere else', () => {
    const base = 'https://jobs.example/#/rooms';
    expect(hrefOf('/orders/7', base)).toBe('https://jobs.example/orders/7');
    expect(hrefOf('https://shop.example/7', base)).toBe('https://shop.example/7');
    const others = [null, 'javascript:alert(1)', 'data:text/html,x', 'https://'];
    expect(others.map((link) => hrefOf(link, base))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
