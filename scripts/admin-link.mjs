// `npm run admin-link`: prints another one-time admin link for the system that runs. Built-ins only.
import { runBeside } from './running-system.mjs';

runBeside('apps/api/dist/admin-link-main.js');
