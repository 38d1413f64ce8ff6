import { type Database, findSchedule, listSchedules, recordTime } from '@jobwire/db';
import type { ScheduleControl } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { type Response, Router } from 'express';
import { z } from 'zod';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { jsonBody } from '../http/app.ts';
import { expectedVersion } from '../http/entity-tag.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, jobViewSchema } from '../jobs/job-view.ts';
import { traceOf } from '../traces/trace-requests.ts';
import { readPreview, readSchedule, scheduleName } from './schedule-input.ts';
import { previewView, scheduleDetail, scheduleView } from './schedule-view.ts';

/** What the routes need. */
export interface ScheduleRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  schedules: ScheduleControl;
  dispatcher: { wake(): void };
}

/** The answer of a run that an operator asked for. */
export const scheduleRunSchema = z.object({ job: jobViewSchema });

/** The routes of schedules: viewers read, operators change; every change is audited. */
export function scheduleRoutes({ db, gatekeeper, schedules, dispatcher }: ScheduleRoutesOptions): Router {
  const router = Router();

  router.get('/schedules', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    unstored(response).json({ schedules: (await listSchedules(db)).map(scheduleView) });
  });

  router.get('/schedules/preview', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { cron, timeZone } = readPreview(request.query);
    unstored(response).json(previewView(cron, timeZone, await recordTime(db)));
  });
  router.all('/schedules/preview', onlyMethods('GET, HEAD'));

  router.get('/schedules/:name', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const row = await findSchedule(db, scheduleName(request));
    if (!row) throw appError('NOT_FOUND');
    unstored(response).set('ETag', `"${row.version}"`).json(scheduleDetail(row));
  });

  router.put('/schedules/:name', jsonBody(), async (request, response) => {
    const actor = actorOf(await requireAdmin(gatekeeper, request, 'operator'));
    const { name, settings } = readSchedule(request);
    const header = request.get('if-match');
    const seen = header === undefined ? undefined : await findSchedule(db, name);
    const version = expectedVersion(header, seen?.version);
    const { created, schedule } = await schedules.put(name, settings, actor, version);
    if (created) response.status(201).set('Location', `/schedules/${name}`);
    unstored(response).set('ETag', `"${schedule.version}"`).json(scheduleDetail(schedule));
  });

  router.delete('/schedules/:name', async (request, response) => {
    const actor = actorOf(await requireAdmin(gatekeeper, request, 'operator'));
    await schedules.remove(scheduleName(request), actor);
    response.status(204).end();
  });

  router.post('/schedules/:name/run', async (request, response) => {
    const caller = await requireAdmin(gatekeeper, request, 'operator');
    const name = scheduleName(request);
    const key = readIdempotencyKey(request);
    const once = key === undefined ? undefined : idempotencyKey(key, { caller, route: 'POST run', asked: { name } });
    const answer = await answerOnce(db, once, (record) =>
      db.transaction(async (tx) => {
        const job = await schedules.run(tx, name, actorOf(caller), traceOf(response));
        const stored = { status: 202, body: { job: acceptedJobView(job, await recordTime(tx)) } };
        await record(tx, stored);
        return stored;
      }),
    );
    if (!answer.replayed) dispatcher.wake();
    response.set('Location', answer.body.job.links.self);
    sendAnswer(response, answer);
  });

  router.all('/schedules', onlyMethods('GET, HEAD'));
  router.all('/schedules/:name', onlyMethods('GET, HEAD, PUT, DELETE'));
  router.all('/schedules/:name/run', onlyMethods('POST'));
  return router;
}

/** Schedules are nobody's to keep but an administrator's. */
function unstored(response: Response): Response {
  return response.set('Cache-Control', 'private, no-store');
}
