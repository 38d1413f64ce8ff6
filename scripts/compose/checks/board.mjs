import assert from 'node:assert/strict';

/** Bull Board, for administrators alone. */
export const boardChecks = [
  {
    name: 'the board is for administrators: nobody, a user and an address elsewhere do not see it',
    async run({ visitor, operator }) {
      const board = (path, headers = {}, method = 'GET') => visitor.call(path, { method, headers });
      const api = '/admin/queues/api/queues';
      const user = await visitor.signIn(visitor.addressOf('user'));
      const admin = await visitor.signIn(operator);
      assert.equal((await board('/admin/queues')).status, 401);
      for (const path of [
        '/admin/queues/',
        '//admin/queues',
        '/ADMIN/queues',
        '/%61dmin/queues',
        '/admin/queues;x',
        api,
      ]) {
        const { status } = await board(path, { cookie: user.cookiePair });
        assert.ok([401, 404].includes(status), `${path} answered ${status} to a user`);
      }
      const page = await board('/admin/queues', { cookie: admin.cookiePair });
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<html/i);
      const { queues } = await (await board(api, { cookie: admin.cookiePair })).json();
      assert.ok(
        queues.some(({ name }) => name === 'image.thumbnail'),
        'the board lists no thumbnails',
      );
      const foreign = { cookie: admin.cookiePair, origin: 'https://evil.example' };
      assert.equal((await board('/admin/queues/api/queues/pause', foreign, 'PUT')).status, 403);
    },
  },
];
