import { sourcePrograms } from './programs.ts';
import { runStandalone } from './run-standalone.ts';

await runStandalone(sourcePrograms());
