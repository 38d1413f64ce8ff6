export { type Crowd, type CrowdConnect, startCrowd } from './crowd/crowd.ts';
export { type Account, digestOf } from './crowd/crowd-orders.ts';
export { describeWithRedis, engines, hasRedis, type RunningEngine, type TestEngine } from './engines.ts';
export { eventually } from './eventually.ts';
export { dyingWithParent, findProgram } from './find-program.ts';
export { type TestFolder, testFolder } from './folder.ts';
export { createGate, type Gate } from './gate.ts';
export {
  avifClaim,
  gifClaim,
  type ImageClaim,
  jpegClaim,
  pngChunk,
  pngClaim,
  pngImage,
  riff,
  webpClaim,
} from './image-bytes.ts';
export { type LeakCheck, leakCheck } from './leak-check.ts';
export type { StepMemory } from './memory-steps.ts';
export { type PerformedJob, performJob, type PerformOptions, type SeenProgress } from './perform-job.ts';
export { createSeen, type Seen } from './seen.ts';
export type { SmtpFault, SmtpPhase } from './smtp-script.ts';
export { type EventSpy, type SeenEvent, spyEvents } from './spy-events.ts';
export { type Direction, type TcpProxy, tcpProxy } from './tcp-proxy.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestDns, testDns, type TestZone } from './test-dns.ts';
export { type TestRedis, testRedis, type TestRedisOptions } from './test-redis.ts';
export { type TestMail, testSmtp, type TestSmtp, type TestSmtpOptions } from './test-smtp.ts';
export { type QueueSystem, startQueueSystem, type TestJob, type Wrapping } from './queue-system.ts';
export { type AcceptedJob, acceptImage, acceptMail, acceptMixed, watchToEnd } from './system/accepted-work.ts';
export { type AppOptions, type AppProcess, startApp } from './system/app-process.ts';
export { brokenPromises, type Evidence, type SeenJob } from './system/broken-promises.ts';
export { type Killing, killOneOfTwo } from './system/kill-one-of-two.ts';
export { type ReturningApi, startReturningApi } from './system/returning-api.ts';
export { startSystem, type System, type SystemServers } from './system/system.ts';
export { createStops, type Stops } from './stops.ts';
export type { Belongings } from './cast/belongings.ts';
export { adminEmails, type CallerKind, callerKinds, type Holder } from './cast/callers.ts';
export { type Cast, type Possessor, startCast } from './cast/cast.ts';
export { type Person, signIn } from './cast/people.ts';
