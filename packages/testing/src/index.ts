export { describeWithRedis, engines, hasRedis, type RunningEngine, type TestEngine } from './engines.ts';
export { dyingWithParent, findProgram } from './find-program.ts';
export { type TestFolder, testFolder } from './folder.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis, type TestRedisOptions } from './test-redis.ts';
export { type QueueSystem, startQueueSystem, type TestJob } from './queue-system.ts';
