import { startProcess } from '@jobwire/runtime';

import { compose } from './compose.ts';

await startProcess('worker', compose);
