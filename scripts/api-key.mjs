// `npm run api-key -- create | list | revoke`: keys of programs, for the system that runs. Built-ins only.
import { runBeside } from './running-system.mjs';

runBeside('apps/api/dist/api-key-main.js', process.argv.slice(2));
