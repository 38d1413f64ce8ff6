import { startProcess } from '@jobwire/runtime';

import { compose } from './compose.ts';

await startProcess('api', compose);
