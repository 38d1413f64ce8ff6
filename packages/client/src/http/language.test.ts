import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createClient } from '../client.ts';
import { type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts';
import type { PageRequest } from './page-request.ts';

let server: ScriptedServer;
let heard: [string | undefined, string | undefined][];
beforeEach(async () => {
  server = await startScriptedServer();
  heard = [];
  server.onRequest = (request, response) => {
    heard.push([request.url, request.headers['accept-language']]);
    response.writeHead(404).end('{}');
  };
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  await server.stop();
});

/** The request of a page, made of `fetch`: what it sends is what the server sees. */
class FetchingPageRequest implements PageRequest {
  status = 0;
  responseText = '';
  readonly upload = { addEventListener: () => undefined };
  readonly #headers = new Headers();
  readonly #listeners: Record<string, () => void> = {};
  #url = '';
  open(_method: string, url: string): void {
    this.#url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }
  addEventListener(type: string, listener: () => void): void {
    this.#listeners[type] = listener;
  }
  send(body: FormData): void {
    void fetch(this.#url, { method: 'POST', headers: this.#headers, body }).then(async (response) => {
      this.status = response.status;
      this.responseText = await response.text();
      this.#listeners['load']?.();
      this.#listeners['loadend']?.();
    });
  }
  abort(): void {}
}

const ofPath = (start: string): (string | undefined)[] =>
  heard.filter(([url]) => url?.startsWith(start)).map(([, language]) => language);

describe('the language of a client', () => {
  it('is asked for with each request, so that a page can change it', async () => {
    let wanted: string | undefined = 'zh-CN';
    const client = createClient({ baseUrl: server.url, language: () => wanted });
    for (wanted of ['zh-CN', 'en', undefined]) await expect(client.jobs.get('1')).rejects.toThrow();
    // Without a wish the platform asks for its own: Node for any.
    expect(ofPath('/jobs/1')).toEqual(['zh-CN', 'en', '*']);
  });

  it.each(['fetch', 'XMLHttpRequest'])('goes with an upload by %s', async (way) => {
    if (way === 'XMLHttpRequest') Reflect.set(globalThis, way, FetchingPageRequest);
    const client = createClient({ baseUrl: server.url, language: () => 'zh-CN' });
    const progress = { onProgress: () => undefined };
    await expect(client.upload(new Blob(['x']), progress)).rejects.toMatchObject({ status: 404 });
    expect(ofPath('/upload-image')).toEqual(['zh-CN']);
  });

  it('goes with a stream of events', async () => {
    const client = createClient({ baseUrl: server.url, transport: 'sse', language: () => 'zh-CN' });
    await expect(client.watch('1').next()).rejects.toMatchObject({ status: 404 });
    expect(ofPath('/jobs/1/events')).toEqual(['zh-CN']);
  });
});
