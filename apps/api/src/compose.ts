import { readFileSync } from 'node:fs';

import { awaitEpoch, createDatabase } from '@jobwire/db';
import { catalog } from '@jobwire/jobs';
import {
  createDispatcher,
  createEngine,
  createJobControl,
  createScheduleControl,
  jobMetrics,
  jobTraces,
  recordMetrics,
} from '@jobwire/queue';
import {
  createKeyRing,
  createMetrics,
  createTracer,
  type ProcessParts,
  requireConfig,
  systemClock,
} from '@jobwire/runtime';
import { createStorage } from '@jobwire/storage';
import type { Express } from 'express';
import { z } from 'zod';

import { accountRoutes } from './accounts/account-routes.ts';
import { adminEntry } from './admin/admin-entry.ts';
import { boardRoutes } from './admin/board.ts';
import { adminGuard } from './admin/guard.ts';
import { createAccessTokens } from './auth/access-tokens.ts';
import { askOnce } from './auth/ask-once.ts';
import { createCredentialWatch } from './auth/credential-watch.ts';
import { createGatekeeper } from './auth/gatekeeper.ts';
import { createSessionCookie } from './auth/session-cookie.ts';
import { createTickets } from './auth/tickets.ts';
import { broadcastRoutes } from './broadcast/broadcast-routes.ts';
import { bulkRoutes } from './bulk-actions/bulk-routes.ts';
import { composeRealtime } from './compose-realtime.ts';
import { consoleFolder } from './console/console-folder.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { deadLetterRoutes } from './dead-letters/dead-letter-routes.ts';
import { devMailRoutes } from './dev-mails/dev-mail-routes.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { fileRoutes } from './files/file-routes.ts';
import { healthRoutes } from './health/health-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { createApp } from './http/app.ts';
import { createAddressOf, trustOf } from './http/client-address.ts';
import { createIpGate } from './http/ip-allowlist.ts';
import { closeServer, createHttpServer, listen } from './http/server.ts';
import { jobHistoryRoutes } from './jobs/job-history-routes.ts';
import { jobResultRoute } from './jobs/job-result-route.ts';
import { jobRoutes } from './jobs/job-routes.ts';
import { listJobsRoutes } from './jobs/list-jobs.ts';
import { throughputRoute } from './jobs/throughput-route.ts';
import { httpMetrics } from './metrics/http-metrics.ts';
import { metricsRoutes } from './metrics/metrics-routes.ts';
import { watchingMetrics } from './metrics/watching-metrics.ts';
import { notificationRoutes } from './notifications/notification-routes.ts';
import { allDocs } from './openapi/all-docs.ts';
import { documentedMethods } from './openapi/documented-methods.ts';
import { problemRoutes } from './problems/problem-routes.ts';
import { queueRoutes } from './queues/queue-routes.ts';
import { rateLimits } from './rate-limits/rate-limits.ts';
import { registerRoutes } from './register/register-routes.ts';
import { roomRoutes } from './rooms/room-routes.ts';
import { scheduleRoutes } from './schedules/schedule-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { plainSocketRequests } from './sockets/plain-request.ts';
import { streamRoutes } from './sse/stream-routes.ts';
import { changeJob } from './start/change-job.ts';
import { createJobQuota } from './start/job-quota.ts';
import { startBatch } from './start/start-batch.ts';
import { startJob } from './start/start-job.ts';
import { replayRoute } from './steer/replay-route.ts';
import { steerRoutes } from './steer/steer-routes.ts';
import { suppressionRoutes } from './suppressions/suppression-routes.ts';
import { frameTraces } from './traces/frame-traces.ts';
import { traceRequests } from './traces/trace-requests.ts';
import { uploadRoutes } from './uploads/routes.ts';
import { verifyRoutes } from './verify/verify-routes.ts';

/** Make and start the parts of the API. What is started first is stopped last. */
export async function compose({
  config: given,
  events,
  emit,
  lifecycle,
  leave,
}: ProcessParts): Promise<{ url: string; app: Express }> {
  const config = requireConfig(given);
  const directUrl = config.DATABASE_DIRECT_URL ?? config.DATABASE_URL;
  const names = Object.keys(catalog);
  const clock = systemClock();
  const keys = createKeyRing(config.SECRET_KEY);

  const db = createDatabase({ url: config.DATABASE_URL, name: 'jobwire-api', maxConnections: 20, emit });
  lifecycle.add({ name: 'database', deadlineMs: 2_000, stop: () => db.close() });
  const epoch = await awaitEpoch(db, { emit, stopping: () => lifecycle.stopping });
  const engine = createEngine(
    { redisUrl: config.REDIS_URL, directUrl },
    { names, process: 'api', emit, onUnfit: (error) => void leave('unfit engine', error) },
  );
  lifecycle.add({ name: 'engine', deadlineMs: 1_000, stop: () => engine.close() });
  const tracer = await createTracer(config.OTEL_EXPORTER_OTLP_ENDPOINT, 'jobwire-api');
  if (tracer) {
    for (const subscriber of [jobTraces(tracer), frameTraces(tracer, db, emit)]) events.subscribe(subscriber);
    lifecycle.add({ name: 'tracer', deadlineMs: 1_000, stop: () => tracer.stop() });
  }
  const metrics = createMetrics('api', emit);
  recordMetrics(metrics, db);
  for (const subscriber of [jobMetrics(metrics, { db, engine }), httpMetrics(metrics)]) events.subscribe(subscriber);
  await engine.prepare();
  const bus = engine.bus('api');
  lifecycle.add({ name: 'bus', deadlineMs: 1_000, stop: () => bus.close() });
  const dispatcher = createDispatcher(db, engine, bus, emit);
  lifecycle.add({ name: 'dispatcher', deadlineMs: 2_000, stop: () => dispatcher.stop() });
  const definitions = Object.values(catalog);
  const control = createJobControl({ db, engine, dispatcher, bus, definitions, emit });
  const storage = createStorage(config.STORAGE_URL, emit, config);

  const accessTokens = createAccessTokens(keys, clock);
  const cookie = createSessionCookie(config.PUBLIC_URL);
  const tickets = createTickets(keys);
  const gatekeeper = askOnce(createGatekeeper({ db, accessTokens, tickets, cookie, config, clock }));
  const trust = trustOf(config.TRUSTED_PROXIES);
  const addressOf = createAddressOf(trust);
  const mayEnter = createIpGate(config.IP_ALLOWLIST, addressOf);
  const credentials = createCredentialWatch({ db, clock, emit });
  lifecycle.add({ name: 'credentials', deadlineMs: 1_000, stop: () => credentials.stop() });
  const realtime = composeRealtime({
    db,
    bus,
    epoch,
    engine,
    names,
    config,
    lifecycle,
    emit,
    clock,
    gatekeeper,
    credentials,
    addressOf,
    mayEnter,
  });
  const { hub, kinds, waits, streams, door, log, rooms, notices, queues, permissions } = realtime;
  events.subscribe(watchingMetrics(metrics, { door, hub, streams }));

  const shared = {
    db,
    keys,
    gatekeeper,
    credentials,
    dispatcher,
    control,
    storage,
    accessTokens,
    cookie,
    hub,
    kinds,
    streams,
    waits,
    config,
    emit,
    clock,
  };
  const starting = { ...shared, catalog, quota: createJobQuota(shared) };
  const app = createApp(
    [
      healthRoutes(
        { accepting: () => !lifecycle.stopping, checks: { database: () => db.query('SELECT 1') } },
        {
          version: versionOf(),
          engine: engine.kind,
          now: () => ({ sockets: door.sockets, engineReady: engine.ready() }),
        },
      ),
      metricsRoutes(metrics, config),
      consoleRoutes(consoleFolder(config.CONSOLE_DIR)),
      homeRoutes(config),
      settingsRoutes({ config, cookie, version: versionOf() }),
      docsRoutes({ docs: allDocs, catalog, version: versionOf() }),
      problemRoutes(),
      devMailRoutes(config),
      rateLimits({ ...shared, engine, addressOf }),
      registerRoutes(shared),
      verifyRoutes(shared),
      accountRoutes(shared),
      uploadRoutes(shared),
      fileRoutes(shared),
      // What has a name of its own comes before `/jobs/:id`.
      listJobsRoutes(shared),
      throughputRoute(shared),
      startBatch(starting),
      startJob(starting),
      changeJob(shared),
      jobRoutes(shared),
      jobResultRoute(shared),
      jobHistoryRoutes(shared),
      streamRoutes(shared),
      scheduleRoutes({ ...shared, schedules: createScheduleControl({ db, definitions, emit }) }),
      steerRoutes(shared),
      replayRoute(starting),
      queueRoutes({ ...shared, names }),
      bulkRoutes(shared),
      deadLetterRoutes(shared),
      suppressionRoutes(shared),
      broadcastRoutes({ ...shared, log }),
      notificationRoutes({ ...shared, ...notices }),
      roomRoutes({ ...shared, ...rooms, log, epoch, strangers: config.ROOM_ANONYMOUS }),
      plainSocketRequests(),
      adminEntry(shared),
      documentedMethods(allDocs),
      boardRoutes({ ...shared, engine, control, guard: adminGuard(shared) }),
    ],
    emit,
    { trust, config, mayEnter, first: tracer ? [traceRequests(tracer, trust)] : [] },
  );
  const server = createHttpServer(app, emit, { connections: config.MAX_CONNECTIONS });
  server.on('upgrade', (request, socket, head) => door.handleUpgrade(request, socket, head));
  lifecycle.add({ name: 'server', deadlineMs: 10_000, stop: () => closeServer(server) });
  lifecycle.add({ name: 'hub', deadlineMs: 1_000, stop: () => hub.close() });
  lifecycle.add({ name: 'sockets', deadlineMs: 8_000, stop: () => door.drain() });

  dispatcher.start();
  credentials.start();
  permissions.start();
  rooms.presence.start();
  queues.counts.start();
  if (config.ROOM_ANONYMOUS) emit('rooms.open', { strangers: 'ROOM_ANONYMOUS lets them into open rooms' });
  const port = await listen(server, config.PORT);
  return { url: config.PORT === 0 ? `http://localhost:${port}` : config.PUBLIC_URL, app };
}

function versionOf(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}
