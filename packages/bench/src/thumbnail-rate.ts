import { createClient } from '@jobwire/client';
import { startApp, testFolder } from '@jobwire/testing';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

import { makePhoto } from './photo.ts';
import type { BenchServers } from './servers.ts';

/** As many images at a time as the job's definition says. */
const parallel = 2;
const sides = [1280, 640, 256] as const;

/** Photos per second through upload, queue, worker, files and rows, and by the same image operations in a loop. */
export async function thumbnailRates(servers: BenchServers, photos: number): Promise<{ ours: number; bare: number }> {
  const photo = await makePhoto();
  // Every upload is another file: a comment after the end of a JPEG changes its bytes and nothing else.
  const files = Array.from({ length: photos }, (_value, index) =>
    Buffer.concat([photo, Buffer.from(`photo ${index}`)]),
  );
  const bare = await bareRate(files);
  const ours = await systemRate(servers, files);
  return { ours, bare };
}

async function bareRate(files: readonly Buffer[]): Promise<number> {
  sharp.concurrency(1);
  sharp.cache(false);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let file = files[next++]; file; file = files[next++]) await render(file);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: parallel }, lane));
  return files.length / ((performance.now() - started) / 1_000);
}

/** What the job does to the pixels: one decode to the largest size, the others and the placeholder from it. */
async function render(file: Buffer): Promise<void> {
  const largest = { width: sides[0], height: sides[0], fit: 'inside', withoutEnlargement: true } as const;
  const image = sharp(file, { failOn: 'error' }).autoOrient().resize(largest).toColourspace('srgb').raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  for (const side of sides) {
    const size = { ...largest, width: side, height: side };
    await sharp(data, { raw }).resize(size).webp({ quality: 80, effort: 1 }).toBuffer();
  }
  const tiny = sharp(data, { raw })
    .resize({ ...largest, width: 48, height: 48 })
    .ensureAlpha()
    .raw();
  const { data: pixels, info: shape } = await tiny.toBuffer({ resolveWithObject: true });
  rgbaToThumbHash(shape.width, shape.height, pixels);
}

async function systemRate(servers: BenchServers, files: readonly Buffer[]): Promise<number> {
  const folder = await testFolder('thumbnails');
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SECRET_KEY: 'a key of the benchmarks, at least 32 characters',
    DATA_DIR: folder.path,
    RATE_LIMITS: 'off',
    PORT: '0',
    WORKER_PORT: '0',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  };
  const api = await startApp('api', env);
  const client = createClient({ baseUrl: api.url });
  const jobs = [];
  for (const file of files) jobs.push(await client.upload(new Blob([new Uint8Array(file)], { type: 'image/jpeg' })));
  const worker = await startApp('worker', env);
  await Promise.all(
    jobs.map(async ({ job, ticket }) => {
      for await (const item of client.watch(job.id, { ticket })) if (item.final) break;
    }),
  );
  const [row] = await servers.db.query<{ seconds: number }>(
    `SELECT extract(epoch FROM max(finished_at) - min(started_at))::float8 AS seconds FROM jobs WHERE name = 'image.thumbnail'`,
  );
  await worker.stop();
  await api.stop();
  await folder.stop();
  return files.length / (row?.seconds ?? Number.NaN);
}
