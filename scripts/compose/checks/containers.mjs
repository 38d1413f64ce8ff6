import assert from 'node:assert/strict';

const services = ['nginx', 'api', 'worker', 'postgres', 'redis', 'inbox'];

/** One value of `/proc/1/status` in a container. */
async function statusOf(stack, id, field) {
  const { out } = await stack.exec(id, 'cat', '/proc/1/status');
  return new RegExp(`^${field}:\\s+(\\S+)`, 'm').exec(out)?.[1];
}

/** What the containers may do, and what is inside them. */
export const containerChecks = [
  {
    name: 'no main process is root or has a capability, none may get more, and no root file system can be written',
    async run({ stack }) {
      for (const service of services) {
        const [id] = await stack.containers(service);
        const { HostConfig } = await stack.inspect(id);
        const values = await Promise.all(['Uid', 'CapEff', 'NoNewPrivs'].map((field) => statusOf(stack, id, field)));
        assert.notEqual(values[0], '0', `${service} runs as root`);
        assert.deepEqual(values.slice(1), ['0000000000000000', '1'], service);
        assert.equal(HostConfig.ReadonlyRootfs, true, service);
        assert.ok(HostConfig.PidsLimit > 0 && HostConfig.Memory > 0, `${service} has no limits`);
        assert.ok(!HostConfig.Privileged);
        const write = await stack.exec(id, 'sh', '-c', 'echo x > /written');
        assert.notEqual(write.code, 0, `${service} wrote to /`);
        assert.match(write.err, /Read-only file system|Permission denied/);
      }
    },
  },
  {
    name: 'nothing is published but nginx, and the inbox on this machine',
    async run({ stack }) {
      const published = {};
      for (const service of services) {
        const [id] = await stack.containers(service);
        const { Ports } = (await stack.inspect(id)).NetworkSettings;
        const bound = Object.entries(Ports).filter(([, hosts]) => hosts?.length > 0);
        if (bound.length > 0) published[service] = bound.map(([port, [{ HostIp }]]) => `${HostIp} ${port}`);
      }
      assert.deepEqual(Object.keys(published).toSorted(), ['inbox', 'nginx']);
      assert.deepEqual(published.inbox, ['127.0.0.1 8025/tcp']);
      assert.deepEqual(published.nginx.map((text) => text.split(' ')[1]).toSorted(), ['8080/tcp', '8443/tcp']);
    },
  },
  {
    name: 'PostgreSQL and Redis reach nothing outside; nginx reaches neither of them',
    async run({ stack }) {
      const networksOf = async (service) => {
        const [id] = await stack.containers(service);
        const names = Object.keys((await stack.inspect(id)).NetworkSettings.Networks);
        return names.map((name) => name.split('_').at(-1)).join(' and ');
      };
      assert.equal(await networksOf('postgres'), 'data');
      assert.equal(await networksOf('redis'), 'data');
      assert.match(await networksOf('nginx'), /^(front and web|web and front)$/);
      assert.equal(await stack.docker('network', 'inspect', '-f', '{{.Internal}}', `${stack.name}_data`), 'true');
      assert.equal(await stack.docker('network', 'inspect', '-f', '{{.Internal}}', `${stack.name}_web`), 'true');
    },
  },
  {
    name: 'each secret is read by its own account alone, and is in no image and no environment',
    async run({ stack }) {
      const [api] = await stack.containers('api');
      const readable = async (name) => (await stack.exec(api, 'cat', `/run/secrets/${name}`)).code === 0;
      for (const name of ['secret-key', 'database-url', 'redis-url']) assert.ok(await readable(name), name);
      for (const name of ['postgres-password', 'redis.acl', 'redis-password', 'tls.key'])
        assert.ok(!(await readable(name)), name);
      const { out: secret } = await stack.exec(api, 'cat', '/run/secrets/secret-key');
      const { out: url } = await stack.exec(api, 'cat', '/run/secrets/database-url');
      const canaries = [secret.trim(), new URL(url).password];
      assert.ok(canaries.every((canary) => canary.length >= 32));
      for (const service of services) {
        const [id] = await stack.containers(service);
        const facts = await stack.inspect(id);
        const history = await stack.docker('history', '--no-trunc', facts.Image);
        for (const canary of canaries) assert.ok(!`${JSON.stringify(facts)}${history}`.includes(canary), service);
      }
    },
  },
  {
    name: 'the API image decodes no images and sends no mails; the images name what they are',
    async run({ stack }) {
      const [api] = await stack.containers('api');
      const { out } = await stack.exec(api, 'sh', '-c', 'ls node_modules node_modules/@img 2>/dev/null');
      assert.ok(!/^(sharp|nodemailer|@img)$/m.test(out));
      const { Config } = await stack.inspect(api);
      assert.equal(Config.Labels['org.opencontainers.image.title'], 'Jobwire API');
      assert.deepEqual(Config.Cmd, ['node', 'apps/api/dist/main.js']);
    },
  },
];
