// `npm run build` and `npm run clean`: the console alone. Usage: node scripts/build-console.mjs [--clean]
import { buildConsole, cleanConsole } from './console-build.mjs';

if (process.argv.includes('--clean')) cleanConsole();
else await buildConsole();
