import assert from 'node:assert/strict';

/** Registering and uploading, with everything that follows. */
export const peopleChecks = [
  {
    name: 'who registers gets a mail, and its link signs in',
    async run({ visitor }) {
      const email = visitor.addressOf('ada');
      const client = visitor.clientOf();
      const { job, ticket } = await client.register({ email, name: 'Ada' });
      await client.watch(job.id, { ticket, since: '0' }).result();
      const { link, token } = await visitor.linkFor(email);
      assert.ok(link.startsWith(`${visitor.baseUrl}/`), `the link is ${link}`);
      const answer = await visitor.post('/verify', { token });
      assert.equal(answer.status, 200);
      const cookie = answer.headers.getSetCookie()[0] ?? '';
      assert.match(cookie, /^__Host-jobwire=.*; Path=\/;.*HttpOnly; SameSite=Strict; Secure$/);
      const { accessToken } = await answer.json();
      const me = await visitor.call('/me', { headers: { authorization: `Bearer ${accessToken}` } });
      assert.equal((await me.json()).email, email);
    },
  },
  {
    name: 'an image becomes three thumbnails, which are fetched, in part and not again',
    async run({ visitor }) {
      const client = visitor.clientOf();
      const { upload, job, ticket } = await client.upload(await visitor.photoOf(1), 'photo.jpg');
      await client.watch(job.id, { ticket }).result();
      const { derivatives } = await client.getUpload(upload.id, { ticket });
      assert.deepEqual(derivatives.map(({ preset }) => preset).toSorted(), ['large', 'medium', 'thumb']);
      for (const { url, bytes } of derivatives) {
        const image = await visitor.call(new URL(url, visitor.baseUrl).href.slice(visitor.baseUrl.length));
        assert.equal(image.status, 200);
        assert.equal(image.headers.get('content-type'), 'image/webp');
        assert.equal((await image.arrayBuffer()).byteLength, bytes);
      }
      const path = new URL(derivatives[0].url, visitor.baseUrl);
      const part = await visitor.call(path.pathname + path.search, { headers: { range: 'bytes=0-99' } });
      assert.deepEqual([part.status, (await part.arrayBuffer()).byteLength], [206, 100]);
    },
  },
  {
    name: 'what is no image is refused, and what is too large, each with a problem that says so',
    async run({ visitor }) {
      const send = async (bytes, name) => {
        const form = new FormData();
        form.append('image', new Blob([bytes], { type: 'image/png' }), name);
        const answer = await visitor.call('/upload-image', { method: 'POST', body: form });
        assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
        return [answer.status, (await answer.json()).code];
      };
      assert.deepEqual(await send('<html>no image</html>'.repeat(100), 'x.png'), [415, 'UNSUPPORTED_TYPE']);
      assert.deepEqual(await send(Buffer.alloc(22 * 1024 * 1024), 'x.png'), [413, 'BODY_TOO_LARGE']);
    },
  },
];
