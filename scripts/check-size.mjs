// Keeps files small, folders named, and the console's scripts light: fails with one line per offence.
// Usage: node scripts/check-size.mjs [root]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Lines of one hand-written source file, of one test file, and of the middle source file. */
const limits = { source: 250, test: 500, median: 90 };
/** The scripts that any one page of the console needs, as they travel, in bytes: what it may cost before it shows anything. */
const scriptBudget = 60_000;
const drawers = /^(utils?|common|helpers?|services?|types|misc)$/;
const skipped = /^(node_modules|dist|coverage|\..+)$/;

const root = process.argv[2] ?? process.cwd();
const offences = [];
const sizes = [];

for (const top of ['apps', 'packages', 'scripts']) walk(join(root, top));

const median = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
if (median > limits.median) offences.push(`the median source file has ${median} lines, more than ${limits.median}`);

const scripts = consoleScripts(join(root, 'apps/console/dist'));
const heaviest = scripts.pages.toSorted((one, other) => other.bytes - one.bytes)[0] ?? { name: 'no page', bytes: 0 };
const needed = scripts.shared + heaviest.bytes;
if (needed > scriptBudget) {
  offences.push(`the console's ${heaviest.name} needs ${needed} bytes of scripts, more than ${scriptBudget}`);
}

for (const offence of offences) console.error(offence);
if (offences.length > 0) process.exitCode = 1;
else console.log(`${sizes.length} source files, median ${median} lines, largest ${Math.max(0, ...sizes)}`);
if (needed > 0) {
  const all = scripts.pages.reduce((sum, { bytes }) => sum + bytes, scripts.shared);
  console.log(`the console's scripts: ${needed} bytes of ${scriptBudget} for ${heaviest.name}, ${all} in all, gzipped`);
}

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.test(entry.name)) {
      if (drawers.test(entry.name)) offences.push(`${relative(root, path)}: name a folder after what it is about`);
      walk(path);
    } else if (entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name) && !/\.(gen|d)\.ts$/.test(entry.name)) {
      measure(path);
    }
  }
}

function measure(path) {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
  const isTest = /\.test\.tsx?$|\/(testing|fixtures)\/[^/]+$/.test(relative(root, path));
  const limit = isTest ? limits.test : limits.source;
  if (!isTest) sizes.push(lines);
  if (lines > limit) offences.push(`${relative(root, path)}: ${lines} lines, more than ${limit}`);
}

/** The bytes of a build's scripts, each gzipped as servers do: what all pages share, and what each has of its own. */
function consoleScripts(folder) {
  const found = { shared: 0, pages: [] };
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder, { recursive: true }).filter((each) => each.endsWith('.js'))) {
    const bytes = gzipSync(readFileSync(join(folder, name))).length;
    const [, page] = /([a-z]+-page)-[^/]+$/.exec(name) ?? [];
    if (page) found.pages.push({ name: page, bytes });
    else found.shared += bytes;
  }
  return found;
}
