// The whole system under a project name of its own and on free ports, so that it stands beside whatever else runs here.
import { createServer } from 'node:net';

import { root } from '../install.mjs';
import { runCommand } from './run-command.mjs';

/** Ends the run with a sentence for people. */
export class Complaint extends Error {}

/** True when a Docker engine and Compose answer. */
export async function hasEngine(compose) {
  const [engine, version] = await Promise.all([runCommand(['docker', 'info']), runCommand([...compose, 'version'])]);
  return engine.code === 0 && version.code === 0;
}

/** The words of `$COMPOSE`, else `docker compose`. */
export function composeCommand() {
  return process.env.COMPOSE?.split(' ').filter(Boolean) ?? ['docker', 'compose'];
}

/**
 * Describe a stack; nothing is started yet.
 *
 * @param {string} name of the project
 * @param {Record<string, string>} settings variables of docker-compose.yml
 * @param {{ http: number, https: number, inbox: number } | undefined} ports those of a stack that runs already
 */
export async function createStack(name, settings = {}, ports = undefined) {
  const { http, https, inbox } = ports ?? (await freePorts());
  const env = { ...process.env, HTTP_PORT: `${http}`, HTTPS_PORT: `${https}`, INBOX_PORT: `${inbox}`, ...settings };
  const compose = async (parameters, { show = false, input } = {}) => {
    const result = await runCommand([...composeCommand(), '-p', name, ...parameters], { env, cwd: root, show, input });
    if (result.code !== 0)
      throw new Complaint(`compose ${parameters.join(' ')} ended with ${result.code}\n${result.err}`);
    return result.out;
  };
  const docker = async (...parameters) => {
    const { code, out, err } = await runCommand(['docker', ...parameters]);
    if (code !== 0) throw new Complaint(`docker ${parameters.join(' ')} ended with ${code}\n${err}`);
    return out.trim();
  };
  const labelled = ['--filter', `label=com.docker.compose.project=${name}`];

  return {
    name,
    ports: { http, https, inbox },
    baseUrl: `https://localhost:${https}`,
    inboxUrl: `http://127.0.0.1:${inbox}`,
    compose,
    docker,
    /** The containers of a service that run, oldest number first. */
    async containers(service) {
      const filter = ['--filter', `label=com.docker.compose.service=${service}`];
      const ids = await docker('ps', '-q', ...labelled, ...filter);
      return ids.split('\n').filter(Boolean).toReversed();
    },
    async inspect(id) {
      return JSON.parse(await docker('inspect', id))[0];
    },
    /** Run a program in a container of a service; its result, whatever it is. */
    exec: (id, ...command) => runCommand(['docker', 'exec', id, ...command]),
    /** Containers, volumes and networks that there still are. */
    async remains() {
      const lists = await Promise.all([
        docker('ps', '-aq', ...labelled),
        docker('volume', 'ls', '-q', ...labelled),
        docker('network', 'ls', '-q', ...labelled),
      ]);
      return lists.flatMap((list) => list.split('\n').filter(Boolean));
    },
    down: () => compose(['down', '-v', '--remove-orphans', '-t', '20']),
  };
}

/** @typedef {Awaited<ReturnType<typeof createStack>>} Stack */

async function freePorts() {
  const servers = await Promise.all(
    Array.from(
      { length: 3 },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, () => resolve(server));
        }),
    ),
  );
  const [http, https, inbox] = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return { http, https, inbox };
}
