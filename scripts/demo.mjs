// `npm run demo [photo.jpg]`: registers somebody, uploads a photo, and shows everything that happens until the mail is
// in the inbox and the thumbnails are there. Uses the client as any program would.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { loadEnvironment } from './environment.mjs';
import { ensureNode, root } from './install.mjs';

/** Characters of a progress bar. */
const barWidth = 20;
/** How long the mail may take from the end of its job to the inbox, in milliseconds. */
const inboxPatienceMs = 10_000;

/** Ends the demo with a sentence for people. */
class Complaint extends Error {}

ensureNode();
loadEnvironment();
try {
  await demo(process.argv[2]);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}

async function demo(photoPath) {
  const running = readRunning();
  const { PUBLIC_URL, PORT } = process.env;
  const baseUrl = (
    PUBLIC_URL ||
    (PORT && `http://localhost:${PORT}`) ||
    running?.api ||
    'http://localhost:3000'
  ).replace(/\/+$/, '');
  await mustAnswer(baseUrl);
  const { createClient } = await built('packages/client/dist/index.js');
  const client = createClient({ baseUrl });
  const photo = await photoOf(photoPath);

  const email = `ada.${Date.now().toString(36)}@example.com`;
  const registration = await client.register({ email, name: 'Ada' });
  say(`POST /register       ${email}`, registration.message);
  const upload = await client.upload(new Blob([photo.bytes], { type: photo.type }), photo.name);
  say(`POST /upload-image   ${photo.name}, ${(photo.bytes.length / 1024).toFixed(0)} KiB`, upload.message);

  const states = await Promise.all([registration, upload].map((accepted) => watch(client, accepted)));
  await showMail(running?.inbox ?? inboxOfEnvironment(), email);
  await showThumbnails(client, upload, baseUrl);
  if (states.some((state) => state !== 'job.succeeded')) throw new Complaint('Not every job succeeded.');
}

/** Print every event of a job as it comes; resolves with the type of the last one. */
async function watch(client, { job, ticket }) {
  let percent = 0;
  let last = '';
  // From the first event on, also those that happened before this socket was open.
  for await (const item of client.watch(job.id, { ticket, since: '0' })) {
    if (item.kind === 'snapshot') {
      last = `job.${item.snapshot.state}`;
      continue;
    }
    const { seq, type, data } = item;
    last = type;
    if (typeof data.percent === 'number') percent = data.percent;
    if (type === 'job.succeeded') percent = 100;
    const detail = [data.stage, data.detail, data.error?.code, data.code].filter((part) => typeof part === 'string');
    process.stdout.write(
      `${job.name.padEnd(16)} ${bar(percent)} ${String(seq).padStart(3)}  ${type.padEnd(14)} ${detail.join(' ')}\n`,
    );
  }
  return last;
}

function bar(percent) {
  const full = Math.round((percent / 100) * barWidth);
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${String(Math.round(percent)).padStart(3)} %`;
}

async function showMail(inbox, email) {
  if (inbox === null) return say('Mail', 'went to your own mail server');
  const deadline = Date.now() + inboxPatienceMs;
  for (;;) {
    const message = await findMail(inbox, email);
    if (message) return say('Mail', `${inbox}/view/${message.ID}`);
    if (Date.now() > deadline) throw new Complaint(`The mail to ${email} did not arrive in the inbox at ${inbox}.`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

async function findMail(inbox, email) {
  try {
    const { messages } = await (await fetch(`${inbox}/api/v1/messages`)).json();
    return messages.find(({ To }) => To.some(({ Address }) => Address === email));
  } catch {
    throw new Complaint(`The inbox at ${inbox} does not answer; INBOX_PORT says where it is.`);
  }
}

async function showThumbnails(client, { upload, ticket }, baseUrl) {
  const { derivatives = [] } = await client.getUpload(upload.id, { ticket });
  for (const { preset, width, height, url } of derivatives)
    say(`${preset} ${width}×${height}`, new URL(url, baseUrl).href);
}

async function photoOf(path) {
  if (path) {
    const bytes = await readFile(path).catch((error) => {
      throw new Complaint(`${path} cannot be read: ${error.code}`);
    });
    return { bytes, name: basename(path), type: 'application/octet-stream' };
  }
  // A start does not compile the benchmarks, whose photo this is.
  const { tsImport } = await import('tsx/esm/api');
  const { makePhoto } = await tsImport('../packages/bench/src/photo.ts', import.meta.url);
  return { bytes: await makePhoto(), name: 'photo.jpg', type: 'image/jpeg' };
}

async function mustAnswer(baseUrl) {
  try {
    await fetch(`${baseUrl}/livez`, { signal: AbortSignal.timeout(5_000) });
  } catch {
    throw new Complaint(`Nothing answers at ${baseUrl}: start the system with \`npm start\`, or set PORT.`);
  }
}

async function built(path) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Complaint('The system is not built: run `npm start` or `npm run build` first.');
  return import(new URL(`../${path}`, import.meta.url).href);
}

function readRunning() {
  const file = resolve(root, process.env['DATA_DIR'] || '.data', 'running.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function inboxOfEnvironment() {
  return `http://localhost:${process.env['INBOX_PORT'] || 8025}`;
}

function say(what, text) {
  process.stdout.write(`${what.padEnd(16)} ${text}\n`);
}

/** Nobody needs the stack of a refused upload. */
function sentenceOf(error) {
  if (error instanceof Complaint || error?.name === 'JobwireError') return error.message;
  return error?.stack ?? String(error);
}
