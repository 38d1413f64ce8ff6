// Somebody who comes through nginx: calls over TLS, with the client that pages and programs use, and reads mails in the inbox.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from '../install.mjs';
import { eventually } from './eventually.mjs';

const built = (path) => import(pathToFileURL(join(root, path)).href);

/** @param {import('./stack.mjs').Stack} stack */
export async function createVisitor({ baseUrl, inboxUrl }) {
  const [{ createClient }, { makePhoto }] = await Promise.all([
    built('packages/client/dist/index.js'),
    built('packages/bench/dist/photo.js'),
  ]);
  // On a busy machine containers run long before they can answer.
  await eventually(async () => (await fetch(`${baseUrl}/readyz`)).ok, 'the API to be ready', 300_000);
  const clientOf = (token) => createClient({ baseUrl, ...(token ? { token } : {}) });
  const call = (path, options) => fetch(baseUrl + path, { redirect: 'manual', ...options });
  const post = (path, body, headers = {}) =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  /** The newest mail to an address that has a link, and the link's token. */
  const linkFor = (email) =>
    eventually(async () => {
      const { messages } = await (await fetch(`${inboxUrl}/api/v1/messages`)).json();
      const found = messages.find(({ To }) => To.some(({ Address }) => Address === email));
      if (!found) return undefined;
      const { Text, Subject } = await (await fetch(`${inboxUrl}/api/v1/message/${found.ID}`)).json();
      const [link, token] = /https:\/\/\S+[?#&]token=([\w.~-]+)/.exec(Text) ?? [];
      return link && { link, token, subject: Subject };
    }, `a mail to ${email}`);

  /** Register an address and follow the link of its mail. */
  const signIn = async (email) => {
    const accepted = await clientOf().register({ email });
    const { token } = await linkFor(email);
    const answer = await post('/verify', { token });
    const { accessToken } = await answer.json();
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    return { accepted, accessToken, cookie, cookiePair: cookie.split(';')[0] };
  };

  const photoOf = async (seed) =>
    new Blob([await makePhoto({ width: 1_600, height: 1_200, seed })], { type: 'image/jpeg' });
  const addressOf = (name) => `${name}.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}@example.com`;
  return { baseUrl, clientOf, call, post, linkFor, signIn, photoOf, addressOf };
}

/** @typedef {Awaited<ReturnType<typeof createVisitor>>} Visitor */
