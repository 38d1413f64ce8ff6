// Written by `npm run generate` from apps/api/src/openapi/all-docs.ts and the descriptions that it lists. Edit those, not this file.

export interface paths {
    "/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account
         * @description Sends a mail whose link signs in. Known and unknown addresses get the same answer in the same time. One address gets at most one such mail an hour.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link of a mail
         * @description Shows a button and changes nothing, because mail scanners open links too.
         */
        get: operations["showLink"];
        put?: never;
        /**
         * Use the link of a mail
         * @description Confirms the address and signs in. Programs send JSON and get an access token; the button of the page sends a form and gets a page. A form must come from a page of this server (`Origin`).
         */
        post: operations["verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link that signs in
         * @description The same answer for every address. One address gets at most five such mails an hour.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new access token
         * @description For the session cookie, which is replaced each time. A cookie that was replaced before ends the session for everybody who has it.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description That of the access token, else that of the cookie. Who is not signed in is signed out already.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Forget your account
         * @description Deletes it with its sessions, uploads and what its jobs were given; what still runs is cancelled.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where you are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search jobs
         * @description Newest first, in pages: follow `page.next` or the `Link` header until it is null. Jobs that are accepted meanwhile do not move a page. Filters combine: all that are given must hold. Administrators see every job, others their own.
         */
        get: operations["listJobs"];
        put?: never;
        /**
         * Start a job
         * @description The job belongs to the caller. `access` and `authorize` of its definition decide who may start it; names that there are not and names that are not for the caller are refused alike.
         */
        post: operations["startJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start many jobs at once
         * @description Up to 1,000 jobs and 5 MB in one transaction. All or none, unless `atomic` is `false`: then those that can be started are, and every item of the answer says what became of its job.
         */
        post: operations["startJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job
         * @description With its payload for whom it belongs to, and for administrators, who see no addresses, links or secrets in it unless the job is their own. A ticket does not open the payload.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a job before it begins
         * @description Another time, priority or tags for a job that is `scheduled` or `queued`; what is left out stays. A time that has passed means now, and the time to expire moves along. Watchers get `job.scheduled` or `job.queued` with `by: "change"`.
         */
        patch: operations["changeJob"];
        trace?: never;
    };
    "/jobs/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count jobs by name and state
         * @description Jobs that have not ended are counted exactly; those that have, within the last 24 hours, the newest 100,000 at most. Administrators count every job, others their own.
         */
        get: operations["countJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/throughput": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what ended lately, step by step
         * @description By kind, outcome and error code, in steps of ten seconds: what a dashboard draws. To go on, ask with `since` a little before the `to` of the answer before: a step is complete when those that ended in it are committed.
         */
        get: operations["readThroughput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a job handed back
         * @description The result as it is, `null` when there is none. A job that ended otherwise answers with `failure`.
         */
        get: operations["getJobResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how the runs of a job went
         * @description Oldest first, the newest 200 or so. Stacks and the texts of unexpected errors are for administrators.
         */
        get: operations["listJobAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a job logged
         * @description Oldest first. While the job goes on, ask again with the last `seq` as `after` for what came since.
         */
        get: operations["listJobLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read or follow a job’s events
         * @description JSON: at most 300 events; the next page follows the last of them. With `Accept: text/event-stream` it is a stream (WHATWG HTML §9.2) that goes on until the final event, and whose `id`s are positions. When events between your position and now are gone, the stream sends `event: snapshot` with the job, and JSON is answered 410.
         */
        get: operations["getJobEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the schedules */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the next times of a cron expression */
        get: operations["previewSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a schedule */
        get: operations["getSchedule"];
        /**
         * Make or change a schedule
         * @description Any job of the catalog may be scheduled. The next tick follows the new times at once; ticks of a time in which it was switched off are not made up for. A schedule that the code has put in is the operator’s from then on.
         */
        put: operations["putSchedule"];
        post?: never;
        /**
         * Delete a schedule
         * @description Its jobs go on. One that a definition carries comes back when a worker starts: switch it off instead.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the job of a schedule now
         * @description Also while it is switched off, and whatever still runs. Its times stay as they are.
         */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description A job that waits ends at once. One that runs is asked to end and has `cancelGraceMs` of its definition, 10 s usually; then it is given up. It ends with exactly one final event: `job.cancelled`, or another one when the handler was done first. Asking again gets the same answer.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job again
         * @description The same job, with the same id: for one that failed, was cancelled or has expired. Committed steps are not repeated.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do a job once more, as a new job
         * @description The new job has the name, owner, priority and tags of the first, and names it in `replayOf`. Another payload is for operators and for those who may start such a job with `POST /jobs`.
         */
        post: operations["replayJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the queues
         * @description From the record: it answers while the engine is away.
         */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queues/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a queue */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queues/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a queue
         * @description No worker takes its jobs. What runs goes on, and jobs are still accepted.
         */
        post: operations["pauseQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queues/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a queue
         * @description Whoever paused it.
         */
        post: operations["resumeQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk actions */
        get: operations["listBulkActions"];
        put?: never;
        /**
         * Retry, replay, cancel or delete many jobs
         * @description Acts on the jobs that fit now, one after the other, at most `ratePerSecond`. Each has its line in the audit log. A job that is in another state by then is skipped. `delete` takes jobs that have ended, with everything that belongs to them.
         */
        post: operations["startBulkAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry the jobs that failed for good
         * @description A bulk action `retry` with these filters.
         */
        post: operations["redriveDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs that failed for good */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a bulk action */
        get: operations["getBulkAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-actions/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Abort a bulk action
         * @description No further job is acted on. What was done stays done. Asking again gets the same answer.
         */
        post: operations["abortBulkAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a WebSocket
         * @description Subprotocol `jobwire.v1`; none offered means it. Text frames of JSON: `{"id":1,"op":"hello"}` first, then `{"id":2,"op":"sub","ch":"job:<id>","ticket":"<ticket>"}`. Tokens and tickets go in frames, never in the address. Pages of other origins than `CORS_ORIGINS` are refused.
         */
        get: operations["openSocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow several channels on one stream
         * @description Every message names its channel in `ch`. Its `id` holds the place in all of them, in the order of the request, so that one position continues everything; `-` is the place of a channel that begins with its state. A channel that cannot be continued sends `event: snapshot`; one that is not there, is not yours, or ends without a final event sends `event: unsub`; when none is left the answer is 404. The stream ends when all channels have.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a channel
         * @description The same for one channel, e.g. `broadcast`, `room:lobby` or `job:<id>`.
         */
        get: operations["getChannelEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rooms that were set up, or in which somebody is */
        get: operations["listRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{room}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See who is in a room
         * @description A room is there as soon as it is named, and open until an operator closes it. A closed one is answered like one that there is not, except to its members and administrators.
         */
        get: operations["getRoom"];
        /**
         * Open or close a room, and say who may enter
         * @description Who may not be there any more is unsubscribed within two seconds, and can publish no more at once. Audited.
         */
        put: operations["putRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{room}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was said in a room
         * @description Every event of the room, a page of them oldest first.
         */
        get: operations["listRoomMessages"];
        put?: never;
        /**
         * Say something in a room
         * @description To everybody who is there, or with `to` to one user, in the channel `user:<id>` of both. Who says it is what the server knows of the caller.
         */
        post: operations["publishRoomMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your notifications */
        get: operations["listNotifications"];
        put?: never;
        /**
         * Tell a user something
         * @description All sockets of the user hear it at once, over the channel `user:<id>`. When none has taken it within 30 seconds, a mail follows, unless `sendEmail` is false. A key has to name the job `email.notification`.
         */
        post: operations["sendNotification"];
        delete?: never;
        options?: never;
        head?: never;
        /** Mark all your notifications as read */
        patch: operations["readAllNotifications"];
        trace?: never;
    };
    "/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mark a notification as read or unread */
        patch: operations["changeNotification"];
        trace?: never;
    };
    "/broadcast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell everybody something
         * @description Whoever watches the channel `broadcast` hears it, or whoever is in the room that is named; the others find it there for a day. Audited.
         */
        post: operations["broadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upload-image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image
         * @description Thumbnails are made in the background. The same image again by the same caller is answered 200 with the first upload. Without a token only where `ANONYMOUS_UPLOADS` is on.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an upload */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}/{preset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one size of an image
         * @description At the address that `url` of a derivative gives.
         */
        get: operations["getDerivative"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a file that a job made
         * @description The plain address leads whoever may read the job to the signed one. The signed one answers the bytes, of the media type that the job gave them, as an attachment.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the addresses that no mail goes to */
        get: operations["listSuppressions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let mails go to an address again */
        delete: operations["liftSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind a one-time link for administrators
         * @description `npm run admin-link` prints such links. The page shows a button and changes nothing.
         */
        get: operations["showAdminLink"];
        put?: never;
        /**
         * Use a one-time link for administrators
         * @description What the button of the page does. The session lasts 12 hours.
         */
        post: operations["useAdminLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this process is */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this process is alive
         * @description Asks nobody: a dependency that is away is no reason to restart.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests should be sent here */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics of this process
         * @description Prometheus’ text format. With `METRICS_TOKEN` it must come as bearer token; without it, production has no such path. Whoever does not know the token gets 404.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The console
         * @description Where it is not built, a page that says what runs here, and how to try it.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a page needs to know before it offers anything */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is said on the socket
         * @description AsyncAPI 3.0: every frame in both directions, with its reply, errors, close codes and limits.
         */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the errors that there are */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an error means, and what to do
         * @description Where the `type` of an error leads.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A job as the record has it */
        Job: {
            /** Format: uuid */
            id: string;
            /**
             * @description The kind of job, as in the catalog
             * @example email.send
             */
            name: string;
            /**
             * @description The last four are final
             * @enum {string}
             */
            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired";
            /** @description How far the run is; null before its first report */
            progress: {
                percent: number;
                stage: string;
                detail?: string;
            } | null;
            /** @description What a run goes through, in order, each an equal part of `percent` */
            readonly stages?: string[];
            /** @description The run, from 1; 0 before the first */
            attempt: number;
            maxAttempts: number;
            /** @description Left out when it is 0, which goes first */
            priority?: number;
            /** @description Left out when there are none */
            readonly tags?: string[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the first run began
             */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /**
             * Format: date-time
             * @description When a retrying job runs again
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description When a scheduled job is due
             */
            runAt?: string;
            /**
             * Format: date-time
             * @description When it ends expired unless it has started
             */
            expiresAt?: string;
            /** @description What a succeeded job handed back */
            result?: unknown;
            error?: {
                code: string;
                message: string;
            };
            /** @description Why it succeeded without doing anything */
            skipped?: string;
            /**
             * Format: uuid
             * @description The job that this one does once more
             */
            replayOf?: string;
            links: {
                self: string;
                events: string;
                socket: string;
            };
        };
        /** @description An account as its owner sees it */
        User: {
            /** Format: uuid */
            id: string;
            /**
             * @description As it was typed
             * @example ada@example.com
             */
            email: string;
            name: string | null;
            locale: string;
            /** @enum {string} */
            role: "user" | "viewer" | "operator";
            verifiedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            lastSignInAt: string | null;
            signInCount: number;
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            expiresAt: string;
            userAgent: string | null;
            /** @description Whether this request came with it */
            current: boolean;
        };
        /** @description Jobs, newest first */
        JobList: {
            jobs: components["schemas"]["Job"][];
            page: {
                /** @description `after` of the next page; null when this is the last */
                next: string | null;
                limit: number;
            };
        };
        /** @description A job as the record has it, with what it was given */
        JobWithPayload: {
            /** Format: uuid */
            id: string;
            /**
             * @description The kind of job, as in the catalog
             * @example email.send
             */
            name: string;
            /**
             * @description The last four are final
             * @enum {string}
             */
            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired";
            /** @description How far the run is; null before its first report */
            progress: {
                percent: number;
                stage: string;
                detail?: string;
            } | null;
            /** @description What a run goes through, in order, each an equal part of `percent` */
            readonly stages?: string[];
            /** @description The run, from 1; 0 before the first */
            attempt: number;
            maxAttempts: number;
            /** @description Left out when it is 0, which goes first */
            priority?: number;
            /** @description Left out when there are none */
            readonly tags?: string[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the first run began
             */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /**
             * Format: date-time
             * @description When a retrying job runs again
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description When a scheduled job is due
             */
            runAt?: string;
            /**
             * Format: date-time
             * @description When it ends expired unless it has started
             */
            expiresAt?: string;
            /** @description What a succeeded job handed back */
            result?: unknown;
            error?: {
                code: string;
                message: string;
            };
            /** @description Why it succeeded without doing anything */
            skipped?: string;
            /**
             * Format: uuid
             * @description The job that this one does once more
             */
            replayOf?: string;
            links: {
                self: string;
                events: string;
                socket: string;
            };
            /** @description What the job was given; left out for whoever has only a ticket */
            payload?: unknown;
        };
        /** @description Counts by name and state */
        JobStats: {
            /** @description All that have not ended */
            open: {
                name: string;
                /**
                 * @description The last four are final
                 * @enum {string}
                 */
                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired";
                count: number;
            }[];
            /** @description Those that ended since `since` */
            finished: {
                name: string;
                /**
                 * @description The last four are final
                 * @enum {string}
                 */
                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired";
                count: number;
            }[];
            /** Format: date-time */
            since: string;
            /** @description False when more jobs ended in the window than are counted: `since` is then later than its beginning */
            complete: boolean;
        };
        /** @description How many jobs ended, step by step */
        Throughput: {
            /** @description How long a step is */
            stepMs: number;
            /**
             * Format: date-time
             * @description The first step that is counted; later than asked when more than 100,000 ended
             */
            from: string;
            /**
             * Format: date-time
             * @description When this was counted: the last step is not over yet
             */
            to: string;
            finished: {
                /**
                 * Format: date-time
                 * @description When the step began
                 */
                at: string;
                name: string;
                /** @enum {string} */
                state: "succeeded" | "failed" | "cancelled" | "expired";
                /** @description Of the error, when they failed */
                code?: string;
                count: number;
            }[];
        };
        JobAttempts: {
            attempts: components["schemas"]["JobAttempt"][];
        };
        JobAttempt: {
            /** @description A run that was handed back did not count: the next has its number again */
            attempt: number;
            /**
             * @description handed-back: runs again later without spending an attempt; stalled: its worker was lost
             * @enum {string}
             */
            outcome: "running" | "succeeded" | "failed" | "cancelled" | "handed-back" | "stalled";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
            /**
             * Format: date-time
             * @description When the next run was due
             */
            retryAt?: string;
            /** @description Name, stack and the error’s own message are for administrators */
            error?: {
                code: string;
                message: string;
                name?: string;
                stack?: string;
            };
            /** @description For administrators */
            worker?: string;
        };
        JobLog: {
            lines: {
                /** @description The number of its event */
                seq: number;
                /** Format: date-time */
                at: string;
                attempt?: number;
                message: string;
                /** @description What was said beside the message */
                facts: {
                    [key: string]: unknown;
                };
            }[];
            page: {
                /** @description `after` of the next page; null when there is no more by now */
                next: number | null;
                limit: number;
            };
        };
        /** @description One thing that happened to a job */
        JobEvent: {
            /** @description Counts the events of the job, from 1, without gaps */
            seq: number;
            /** @example job.progress */
            type: string;
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A job that starts by itself */
        Schedule: {
            name: string;
            /** @description The kind of job that it starts */
            job: string;
            /** @description What the job is given */
            payload: unknown;
            cron: string;
            timeZone: string;
            /** @enum {string} */
            overlap: "skip" | "queue" | "cancel-previous";
            /** @enum {string} */
            catchUp: "none" | "last" | "all";
            enabled: boolean;
            /**
             * @description What an operator has edited, the code leaves alone
             * @enum {string}
             */
            origin: "code" | "operator";
            /** @description Counts the edits; the `ETag` of the schedule */
            version: number;
            /** @description Null while it is switched off */
            nextRunAt: string | null;
            /** Format: date-time */
            lastRunAt?: string;
            /** @description The job of the last run; its state is null when the record keeps it no longer */
            lastJob?: {
                /** Format: uuid */
                id: string;
                state: string | null;
                links: {
                    self: string;
                };
            };
            /** @description Why it does not run */
            error?: {
                code: string;
                message: string;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A schedule and when it runs next */
        ScheduleDetail: {
            name: string;
            /** @description The kind of job that it starts */
            job: string;
            /** @description What the job is given */
            payload: unknown;
            cron: string;
            timeZone: string;
            /** @enum {string} */
            overlap: "skip" | "queue" | "cancel-previous";
            /** @enum {string} */
            catchUp: "none" | "last" | "all";
            enabled: boolean;
            /**
             * @description What an operator has edited, the code leaves alone
             * @enum {string}
             */
            origin: "code" | "operator";
            /** @description Counts the edits; the `ETag` of the schedule */
            version: number;
            /** @description Null while it is switched off */
            nextRunAt: string | null;
            /** Format: date-time */
            lastRunAt?: string;
            /** @description The job of the last run; its state is null when the record keeps it no longer */
            lastJob?: {
                /** Format: uuid */
                id: string;
                state: string | null;
                links: {
                    self: string;
                };
            };
            /** @description Why it does not run */
            error?: {
                code: string;
                message: string;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The next five times, oldest first; none while it is switched off */
            nextRuns: string[];
        };
        /** @description The work of one kind of job, as the record knows it */
        Queue: {
            /**
             * @description The kind of job, as in the catalog
             * @example email.welcome
             */
            name: string;
            /** @description No worker takes its jobs; they are still accepted */
            paused: boolean;
            /** @description Why it is paused: a code when the system paused it */
            reason?: string;
            /**
             * Format: date-time
             * @description Resumed by itself then; left out it waits for an operator
             */
            pausedUntil?: string;
            /** @description Jobs that have not ended, by state */
            counts: {
                scheduled: number;
                queued: number;
                running: number;
                retrying: number;
            };
            /** @description How long the oldest queued job has waited */
            oldestWaitingMs?: number;
            /** @description Workers that run its jobs now */
            workers: string[];
        };
        /** @description What is done to many jobs */
        BulkAction: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            action: "retry" | "replay" | "cancel" | "delete";
            /**
             * @description Of the job that carries it out; `cancelled`: aborted
             * @enum {string}
             */
            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired";
            filter: {
                [key: string]: unknown;
            };
            ratePerSecond: number;
            /** @description Jobs that fitted when it was accepted, and what became of them so far */
            counts: {
                matched: number;
                done: number;
                skipped: number;
                failed: number;
            };
            /** @description Why jobs were skipped or failed, by code; shown for one action alone */
            reasons?: {
                [key: string]: number;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string;
            links: {
                self: string;
                abort: string;
                job: string;
            };
        };
        /** @description A channel as it is now */
        ChannelState: {
            ch: string;
            /** @description Number of the newest event that `snapshot` contains */
            seq: number;
            /** @description True when nothing follows */
            final: boolean;
            /** @description What a subscription begins with */
            snapshot: unknown;
        };
        /** @description A room in a list */
        RoomSummary: {
            room: string;
            open: boolean;
            /** @description Members who are there, over all processes */
            online: number;
            /** @description How many users may enter when it is closed */
            roster: number;
        };
        /** @description A room, and who is in it */
        Room: {
            room: string;
            open: boolean;
            /** @description Members who are there, over all processes */
            online: number;
            /** @description Those who came first; `online` counts all */
            members: components["schemas"]["RoomMember"][];
            /** @description Ids of the users who may enter when it is closed; told to administrators */
            roster?: string[];
            /** @description Continue after it on a socket or stream: `since` */
            position: string;
            links: {
                self: string;
                messages: string;
                socket: string;
            };
        };
        /** @description Somebody who is in a room */
        RoomMember: {
            /** @description Id of the user or key; of a stranger, one that ends with the connection */
            id: string;
            name: string | null;
            /** @enum {string} */
            kind: "user" | "admin" | "key" | "anonymous";
        };
        /** @description Something that a user should know */
        Notification: {
            /** Format: uuid */
            id: string;
            title: string;
            body: string | null;
            /** @description Where it leads: an http or https address, or a path */
            link: string | null;
            /** @description What the sender added for programs */
            data: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Null while it is unread */
            readAt: string | null;
        };
        /** @description An uploaded image */
        Upload: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "processing" | "ready" | "failed";
            /**
             * @description Media type, told from the bytes
             * @example image/jpeg
             */
            type: string;
            width?: number;
            height?: number;
            bytes: number;
            /** @description Base64 of a picture of a few bytes, to show until the real one is there */
            thumbhash?: string;
            error?: {
                code: string;
                message: string;
            };
            /** Format: date-time */
            createdAt: string;
            derivatives: components["schemas"]["Derivative"][];
            links: {
                self: string;
                job: string;
            };
        };
        /** @description One size of an image */
        Derivative: {
            /** @example thumb */
            preset: string;
            /** @example webp */
            format: string;
            width: number;
            height: number;
            bytes: number;
            /** @description Signed: whoever has it may read the image until it expires */
            url: string;
        };
        /** @description An address that no mail goes to */
        Suppression: {
            address: string;
            /** @example bounce */
            reason: string;
            /** @description What the mail server answered */
            reply?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        /** @description An error (RFC 9457) */
        Problem: {
            /**
             * @description The page about this error
             * @example /problems/not-found
             */
            type: string;
            title: string;
            status: number;
            /** @description Stable, for programs; never renamed */
            code: string;
            /** @description For people; may change */
            detail?: string;
            /** @description The path that was called */
            instance?: string;
            errors?: {
                /**
                 * @description Which member of the input (RFC 6901)
                 * @example /email
                 */
                pointer: string;
                /**
                 * @description Stable, for programs
                 * @example EMAIL_INVALID
                 */
                code: string;
                /** @description For people; may change */
                message: string;
            }[];
            /** @description Whether the same call may succeed later */
            retryable: boolean;
            /** @description The same as `X-Request-Id`; name it when you ask for help */
            traceId: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What each kind of job is given */
        JobPayloads: {
            /** @description Act on many jobs, one after the other. Who may start it: internal. */
            "bulk.run": {
                /** Format: uuid */
                actionId: string;
            };
            /** @description Send a mail about a notification that no socket took. Who may start it: internal. */
            "email.notification": {
                /** Format: uuid */
                notificationId: string;
            };
            /** @description Send a mail that another program wrote. Who may start it: key. */
            "email.send": {
                /**
                 * @description One address
                 * @example ada@example.com
                 */
                to: string;
                locale?: string;
                /** @constant */
                template?: "custom";
                subject: string;
                text: string;
                html?: string;
            } | {
                /**
                 * @description One address
                 * @example ada@example.com
                 */
                to: string;
                locale?: string;
                /** @constant */
                template: "notice";
                variables: {
                    heading: string;
                    text: string;
                    button?: {
                        label: string;
                        /** Format: uri */
                        link: string;
                    };
                };
            };
            /** @description Send the link that signs in. Who may start it: internal. */
            "email.sign-in": {
                /** Format: uuid */
                emailId: string;
            };
            /** @description Send the mail that follows a registration. Who may start it: internal. */
            "email.welcome": {
                /** Format: uuid */
                emailId: string;
            };
            /** @description Make the preset sizes of an uploaded image. Who may start it: internal. */
            "image.thumbnail": {
                /** Format: uuid */
                uploadId: string;
            };
            /** @description Count your finished jobs of some days as CSV. Who may start it: user. */
            "report.csv": {
                /** Format: date */
                from: string;
                days: number;
            };
        };
        /** @description What each kind of job hands back */
        JobResults: {
            "bulk.run": {
                matched: number;
                done: number;
                skipped: number;
                failed: number;
            };
            "email.notification": {
                messageId: string;
                serverReply: string;
            };
            "email.send": {
                messageId: string;
                serverReply: string;
            };
            "email.sign-in": {
                messageId: string;
                serverReply: string;
            };
            "email.welcome": {
                messageId: string;
                serverReply: string;
            };
            "image.thumbnail": {
                derivatives: {
                    preset: string;
                    url: string;
                }[];
            };
            "report.csv": {
                rows: number;
                url: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this request in the logs: the one that came with it if it is plain, else a new one. */
        "X-Request-Id": string;
        /** @description How long the answer took, in milliseconds. */
        "Server-Timing": string;
        /** @description What is left of the rule that counted this request, and the seconds until it is whole again. */
        RateLimit: string;
        /** @description The rule: so many requests in so many seconds. */
        "RateLimit-Policy": string;
        /** @description When it makes sense to come back, in seconds. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The language of `message`: `en` or `zh-CN`. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Who registers. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "name": "Ada"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Where the link is sent
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Language of the mail; the nearest of en and zh-CN is used */
                    locale?: string;
                    /** @description How the mail greets, at most 100 characters */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The mail will be sent; the ticket opens its job. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The job. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        /** @description For people, in the language of `Accept-Language` (en, zh-CN) */
                        message: string;
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    showLink: {
        parameters: {
            query: {
                /** @description What the mail’s link carries */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with a button. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description A page: the link was used before. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Where a form was shown; browsers send it. */
                Origin?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The token of the link. The same as a form. */
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
                "application/x-www-form-urlencoded": {
                    token: string;
                };
            };
        };
        responses: {
            /**
             * @description Signed in.
             *
             *     The same as a page.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The session, for `POST /refresh`. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A bearer token, good for an hour */
                        accessToken: string;
                        user: components["schemas"]["User"];
                    };
                    "text/html": string;
                };
            };
            /**
             * @description A page: the link is not valid.
             *
             *     `TOKEN_INVALID`: The link is not valid.
             *
             *     `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOKEN_INVALID" | "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description A page: the link was used before.
             *
             *     `TOKEN_USED`: The link was used before.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOKEN_USED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description A page: the link has expired.
             *
             *     `TOKEN_EXPIRED`: The link has expired.
             */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOKEN_EXPIRED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The language of `message`: `en` or `zh-CN`. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Where the link is sent. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Where the link is sent
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Language of the mail; the nearest of en and zh-CN is used */
                    locale?: string;
                };
            };
        };
        responses: {
            /** @description The mail will be sent; the ticket opens its job. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The job. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        /** @description For people, in the language of `Accept-Language` (en, zh-CN) */
                        message: string;
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description Must be of this server or of `CORS_ORIGINS`; browsers send it. */
                Origin?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session goes on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The session as it goes on. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A bearer token, good for an hour */
                        accessToken: string;
                        /** @description Null for the session of the one-time admin link */
                        user: components["schemas"]["User"] | null;
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Must be of this server or of `CORS_ORIGINS`; browsers send it. */
                Origin?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Makes the browser forget the session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account of the access token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Makes the browser forget the session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every open session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended; what it had open is closed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Only jobs in this state; several with commas between, or repeated */
                state?: string | string[];
                /** @description Only this kind of job */
                name?: string;
                /** @description Only jobs with this tag */
                tag?: string;
                /** @description Only jobs of this user or key; for administrators */
                owner?: string;
                /** @description Only jobs that were accepted then or later */
                createdAfter?: string;
                /** @description Only jobs that were accepted before */
                createdBefore?: string;
                /** @description The beginning of an id, from 8 characters on; or words of searchable payload fields, all of which must be there */
                q?: string;
                /** @description Rows of a page, 100 at most */
                limit?: string;
                /** @description The `page.next` of the page before, with the same filters */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The next page, `rel="next"`, if there is one */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    startJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description `wait=n`: hold the answer until the job has ended, n seconds at most, 10 at most (RFC 7240). */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to start. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "email.send",
                 *       "payload": {
                 *         "to": "ada@example.com",
                 *         "subject": "Your order",
                 *         "text": "It is on its way."
                 *       },
                 *       "tags": [
                 *         "order-7"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The kind of job, as in the catalog
                     * @example email.send
                     */
                    name: string;
                    /** @description What the job is given; its definition says what it must be */
                    payload: unknown;
                    /**
                     * Format: date-time
                     * @description When it may start, within a year; a time that has passed means now
                     */
                    runAt?: string;
                    /** @description 0 goes first; higher numbers wait for lower ones. Its definition says what it is otherwise */
                    priority?: number;
                    /**
                     * @description Labels to find it by, each once
                     * @example [
                     *       "newsletter",
                     *       "customer-7"
                     *     ]
                     */
                    tags?: string[];
                    /** @description While one job stands for the key, no other is made for it */
                    dedupe?: {
                        /** @description The same for jobs that are the same, within the caller and the name */
                        key: string;
                        /**
                         * @description While it has not ended
                         * @constant
                         */
                        mode: "active";
                    } | {
                        /** @description The same for jobs that are the same, within the caller and the name */
                        key: string;
                        /**
                         * @description For a time
                         * @constant
                         */
                        mode: "ttl";
                        /** @description From now, in milliseconds */
                        ttlMs: number;
                    } | {
                        /** @description The same for jobs that are the same, within the caller and the name */
                        key: string;
                        /**
                         * @description While the record keeps it
                         * @constant
                         */
                        mode: "forever";
                    };
                    /** @description It ends expired when it has not started so many milliseconds after it may */
                    expiresInMs?: number;
                };
            };
        };
        responses: {
            /** @description One that stands for the dedupe key, or one that has ended while `Prefer: wait` held the answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The job. */
                    Location?: string;
                    /** @description When to ask for it, in seconds. */
                    "Retry-After"?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    /** @description That, and for how long, `Prefer: wait` was heard. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        job: components["schemas"]["Job"];
                        /**
                         * @description No job was made: this one stands for the key
                         * @constant
                         */
                        deduplicated?: true;
                    };
                };
            };
            /** @description It will run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The job. */
                    Location?: string;
                    /** @description When to ask for it, in seconds. */
                    "Retry-After"?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    /** @description That, and for how long, `Prefer: wait` was heard. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        job: components["schemas"]["Job"];
                        /**
                         * @description No job was made: this one stands for the key
                         * @constant
                         */
                        deduplicated?: true;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `JOB_NOT_ALLOWED`: This job cannot be started by this caller.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_NOT_ALLOWED" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_JOBS`: Too many unfinished jobs.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_JOBS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    startJobs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to start. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jobs": [
                 *         {
                 *           "name": "email.send",
                 *           "payload": {
                 *             "to": "ada@example.com",
                 *             "subject": "Your order",
                 *             "text": "It is on its way."
                 *           },
                 *           "tags": [
                 *             "order-7"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description As in the body of `POST /jobs` */
                    jobs: {
                        /**
                         * @description The kind of job, as in the catalog
                         * @example email.send
                         */
                        name: string;
                        /** @description What the job is given; its definition says what it must be */
                        payload: unknown;
                        /**
                         * Format: date-time
                         * @description When it may start, within a year; a time that has passed means now
                         */
                        runAt?: string;
                        /** @description 0 goes first; higher numbers wait for lower ones. Its definition says what it is otherwise */
                        priority?: number;
                        /**
                         * @description Labels to find it by, each once
                         * @example [
                         *       "newsletter",
                         *       "customer-7"
                         *     ]
                         */
                        tags?: string[];
                        /** @description While one job stands for the key, no other is made for it */
                        dedupe?: {
                            /** @description The same for jobs that are the same, within the caller and the name */
                            key: string;
                            /**
                             * @description While it has not ended
                             * @constant
                             */
                            mode: "active";
                        } | {
                            /** @description The same for jobs that are the same, within the caller and the name */
                            key: string;
                            /**
                             * @description For a time
                             * @constant
                             */
                            mode: "ttl";
                            /** @description From now, in milliseconds */
                            ttlMs: number;
                        } | {
                            /** @description The same for jobs that are the same, within the caller and the name */
                            key: string;
                            /**
                             * @description While the record keeps it
                             * @constant
                             */
                            mode: "forever";
                        };
                        /** @description It ends expired when it has not started so many milliseconds after it may */
                        expiresInMs?: number;
                    }[];
                    /** @description false: start those that can be started, and say of each what became of it. Otherwise all or none */
                    atomic?: boolean;
                };
            };
        };
        responses: {
            /** @description What became of each job. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the request */
                        items: {
                            /** @description What `POST /jobs` would have answered: 202, 200 for a deduplicated job, or an error */
                            status: number;
                            job?: components["schemas"]["Job"];
                            /** @constant */
                            deduplicated?: true;
                            problem?: components["schemas"]["Problem"];
                        }[];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `JOB_NOT_ALLOWED`: This job cannot be started by this caller.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_NOT_ALLOWED" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_JOBS`: Too many unfinished jobs.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_JOBS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have: answered 304 when it is still the newest. */
                "If-None-Match"?: string;
                /** @description `wait=n`: hold the answer until the job has ended, n seconds at most, 10 at most (RFC 7240). */
                Prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The number of its newest event. */
                    ETag?: string;
                    /** @description While it has not ended: in how many seconds it is worth asking again. */
                    "Retry-After"?: string;
                    /** @description That, and for how long, `Prefer: wait` was heard. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobWithPayload"];
                };
            };
            /** @description Nothing happened since. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The number of its newest event. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    changeJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have: change it only if that is still the newest. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is to be different. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "priority": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it may start, within a year; a time that has passed means now
                     */
                    runAt?: string;
                    /** @description 0 goes first; higher numbers wait for lower ones. Its definition says what it is otherwise */
                    priority?: number;
                    /**
                     * @description Labels to find it by, each once
                     * @example [
                     *       "newsletter",
                     *       "customer-7"
                     *     ]
                     */
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description The job as it is then. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The number of its newest event. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `JOB_STARTED`: The job has started.
             *
             *     `JOB_FINISHED`: The job has ended.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_STARTED" | "JOB_FINISHED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `PRECONDITION_FAILED`: It has changed since it was read. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "PRECONDITION_FAILED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    countJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStats"];
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    readThroughput: {
        parameters: {
            query?: {
                /** @description Count from the step of this time on, an hour back at most; left out, a quarter of an hour */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts; steps in which nothing ended are left out */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Throughput"];
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getJobResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result, of the form that the job’s definition says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The result is a file */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description A signed address of the file */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `JOB_NOT_FINISHED`: The job has not ended yet.
             *
             *     `JOB_FAILED`: The job ended without a result.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_NOT_FINISHED" | "JOB_FAILED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listJobAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAttempts"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listJobLogs: {
        parameters: {
            query?: {
                /** @description Lines with a higher number: `page.next` of the page before */
                after?: string;
                /** @description Rows of a page, 100 at most */
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobLog"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getJobEvents: {
        parameters: {
            query?: {
                /** @description Continue after this position: a number, or `epoch:number` */
                after?: string;
                /** @description Another name of `after` */
                since?: string;
            };
            header?: {
                /** @description `text/event-stream` for a stream. */
                Accept?: string;
                /** @description Where to continue, before `after`; browsers send it when they come back. */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Events.
             *
             *     A stream of them.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names this log: with `seq` it makes a position */
                        epoch: string;
                        events: components["schemas"]["JobEvent"][];
                        /** @description True when the job has ended and nothing follows this page */
                        final: boolean;
                    };
                    /**
                     * @example id: k3x9:1
                     *     event: job.queued
                     *     data: {"seq":1,"type":"job.queued","at":"2026-11-24T16:00:00.000Z","data":{}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description For streams: the job has ended, and you have everything. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `POSITION_LOST`: The position cannot be continued. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "POSITION_LOST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_POSITION`: The position is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_POSITION";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_SOCKETS`: Too many sockets.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_SOCKETS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schedules: components["schemas"]["Schedule"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    previewSchedule: {
        parameters: {
            query: {
                /** @description Five fields, or six with seconds first: minute, hour, day of the month, month, weekday */
                cron: string;
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its next five times. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The next five times, oldest first; none while it is switched off */
                        nextRuns: string[];
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule, its next five times and its last job. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The version of the settings, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDetail"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    putSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the schedule that is to be changed: refused when somebody was faster. */
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        /** @description The whole schedule; what is left out gets its default. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "job": "email.send",
                 *       "payload": {
                 *         "to": "ada@example.com",
                 *         "subject": "Good morning",
                 *         "text": "It is eight."
                 *       },
                 *       "cron": "0 8 * * MON-FRI",
                 *       "timeZone": "Europe/Berlin"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The kind of job, as in the catalog
                     * @example email.send
                     */
                    job: string;
                    /** @description What the job is given; `{}` when left out */
                    payload?: unknown;
                    /**
                     * @description Five fields, or six with seconds first: minute, hour, day of the month, month, weekday
                     * @example 30 2 * * MON-FRI
                     */
                    cron: string;
                    /**
                     * @description A name of the IANA data base
                     * @default UTC
                     * @example Europe/Berlin
                     */
                    timeZone?: string;
                    /**
                     * @description What a tick does while an earlier job of the schedule has not ended
                     * @default skip
                     * @enum {string}
                     */
                    overlap?: "skip" | "queue" | "cancel-previous";
                    /**
                     * @description Which ticks are made up for that no worker was there to take
                     * @default last
                     * @enum {string}
                     */
                    catchUp?: "none" | "last" | "all";
                    /** @default true */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The version of the settings, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDetail"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The version of the settings, for `If-Match`. */
                    ETag?: string;
                    /** @description The schedule. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDetail"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_SCHEDULES`: There are too many schedules. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_SCHEDULES";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `PRECONDITION_FAILED`: It has changed since it was read. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "PRECONDITION_FAILED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted, and audited. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will run. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The job. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_KEY_INVALID" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description May be left out. */
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in one line; in the event and in the audit log
                     * @example wrong image
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The job; `running` while its handler is being asked. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `JOB_FINISHED`: The job has ended. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_FINISHED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description May be left out. */
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description A full set of attempts; otherwise those that are left, and one at least
                     * @default true
                     */
                    resetAttempts?: boolean;
                };
            };
        };
        responses: {
            /** @description The job, queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `JOB_NOT_FINISHED`: The job has not ended yet. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_NOT_FINISHED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    replayJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description May be left out: then the payload is the same. */
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Instead of the payload of the job */
                    payload?: unknown;
                };
            };
        };
        responses: {
            /** @description The new job. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The new job. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        job: components["schemas"]["Job"];
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `JOB_NOT_ALLOWED`: This job cannot be started by this caller.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "JOB_NOT_ALLOWED" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_JOBS`: Too many unfinished jobs.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_JOBS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All queues, by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queues: components["schemas"]["Queue"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    pauseQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        /** @description May be left out. */
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in one line; in the event and in the audit log
                     * @example wrong image
                     */
                    reason?: string;
                    /** @description Resume by itself after so many milliseconds; left out, an operator has to */
                    forMs?: number;
                };
            };
        };
        responses: {
            /** @description Paused, and audited. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    resumeQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        /** @description May be left out. */
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Resumed, and audited. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listBulkActions: {
        parameters: {
            query?: {
                /** @description Rows of a page, 100 at most */
                limit?: string;
                /** @description The `page.next` of the page before, with the same filters */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bulkActions: components["schemas"]["BulkAction"][];
                        page: {
                            /** @description `after` of the next page; null when this is the last */
                            next: string | null;
                            limit: number;
                        };
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    startBulkAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to do to which jobs. */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "retry" | "replay" | "cancel" | "delete";
                    /** @description All that is given must hold; at least one member */
                    filter: {
                        /** @description The kind of job, as in the catalog */
                        name?: string;
                        /** @description One of these; left out, those that the action is usually for */
                        state?: ("scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled" | "expired")[];
                        tag?: string;
                        /**
                         * Format: uuid
                         * @description Id of a user or key
                         */
                        owner?: string;
                        /** @description Of the error that it failed with */
                        code?: string;
                        /** Format: date-time */
                        createdAfter?: string;
                        /** Format: date-time */
                        createdBefore?: string;
                        /** Format: date-time */
                        finishedAfter?: string;
                        /** Format: date-time */
                        finishedBefore?: string;
                    };
                    /**
                     * @description Jobs at most, the oldest first
                     * @default 1000
                     */
                    limit?: number;
                    /**
                     * @description Jobs a second at most
                     * @default 20
                     */
                    ratePerSecond?: number;
                    /**
                     * @description Change nothing: say how many there are, and show some
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description To a dry run: nothing was changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        dryRun: true;
                        /** @description How many jobs it would act on */
                        matched: number;
                        /** @description More jobs fit than the limit lets through */
                        more: boolean;
                        /** @description The first of them */
                        sample: components["schemas"]["Job"][];
                    };
                };
            };
            /** @description Accepted, and audited. A job of the catalog, `bulk.run`, carries it out. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The bulk action. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    redriveDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Which, and how fast. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The kind of job, as in the catalog */
                    name?: string;
                    /** @description Of the error that it failed with */
                    code?: string;
                    /**
                     * Format: date-time
                     * @description Only what ended before
                     */
                    before?: string;
                    /**
                     * @description Jobs at most, the oldest first
                     * @default 1000
                     */
                    limit?: number;
                    /**
                     * @description Jobs a second at most
                     * @default 20
                     */
                    ratePerSecond?: number;
                    /**
                     * @description Change nothing: say how many there are, and show some
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description To a dry run: nothing was changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        dryRun: true;
                        /** @description How many jobs it would act on */
                        matched: number;
                        /** @description More jobs fit than the limit lets through */
                        more: boolean;
                        /** @description The first of them */
                        sample: components["schemas"]["Job"][];
                    };
                };
            };
            /** @description Accepted, and audited. A job of the catalog, `bulk.run`, carries it out. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The bulk action. */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description The kind of job, as in the catalog */
                name?: string;
                /** @description Of the error that it failed with */
                code?: string;
                finishedAfter?: string;
                finishedBefore?: string;
                /** @description Rows of a page, 100 at most */
                limit?: string;
                /** @description The `page.next` of the page before, with the same filters */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deadLetters: components["schemas"]["Job"][];
                        page: {
                            /** @description `after` of the next page; null when this is the last */
                            next: string | null;
                            limit: number;
                        };
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SEARCH_TIMEOUT`: The search took too long.
             *
             *     `UNAVAILABLE`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SEARCH_TIMEOUT" | "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getBulkAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    abortBulkAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description May be left out. */
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The bulk action. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `JOB_FINISHED`: The job has ended. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "JOB_FINISHED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    openSocket: {
        parameters: {
            query?: never;
            header?: {
                /** @description `websocket`. */
                Upgrade?: string;
                /** @description `jobwire.v1`. */
                "Sec-WebSocket-Protocol"?: string;
                /** @description Where the page is from; browsers send it. */
                Origin?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is a socket now. */
            101: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UPGRADE_REQUIRED`: Connect with a WebSocket. */
            426: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UPGRADE_REQUIRED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_SOCKETS`: Too many sockets.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_SOCKETS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query: {
                /** @description Continue after this position: the `id` of a message that you have */
                after?: string;
                /** @description Tickets of jobs, as often as needed */
                ticket?: string | string[];
                /** @description A channel, as often as needed: 64 at most, each once */
                ch: string | string[];
            };
            header?: {
                /** @description `text/event-stream` for a stream. */
                Accept?: string;
                /** @description Where to continue, before `after`; browsers send it when they come back. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description How the channels are now.
             *
             *     A stream of them.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names the logs: with `seq` it makes a position */
                        epoch: string;
                        channels: components["schemas"]["ChannelState"][];
                    };
                    /**
                     * @example id: k3x9:4,17
                     *     event: job.progress
                     *     data: {"ch":"job:0198a1c2-5b7e-7d3f-8c41-0242ac120002","seq":4,"type":"job.progress","at":"2026-11-24T16:00:00.000Z","data":{"percent":40}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description For streams: all channels have ended, and you have everything. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNKNOWN_CHANNEL`: There is no such channel. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNKNOWN_CHANNEL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `INVALID_POSITION`: The position is not valid.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "INVALID_POSITION";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_SOCKETS`: Too many sockets.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_SOCKETS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getChannelEvents: {
        parameters: {
            query?: {
                /** @description Continue after this position: the `id` of a message that you have */
                after?: string;
                /** @description Tickets of jobs, as often as needed */
                ticket?: string | string[];
            };
            header?: {
                /** @description `text/event-stream` for a stream. */
                Accept?: string;
                /** @description Where to continue, before `after`; browsers send it when they come back. */
                "Last-Event-ID"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description How the channels are now.
             *
             *     A stream of them.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names the logs: with `seq` it makes a position */
                        epoch: string;
                        channels: components["schemas"]["ChannelState"][];
                    };
                    /**
                     * @example id: k3x9:4,17
                     *     event: job.progress
                     *     data: {"ch":"job:0198a1c2-5b7e-7d3f-8c41-0242ac120002","seq":4,"type":"job.progress","at":"2026-11-24T16:00:00.000Z","data":{"percent":40}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description For streams: all channels have ended, and you have everything. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `UNKNOWN_CHANNEL`: There is no such channel.
             *
             *     `NOT_FOUND`: There is nothing here.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNKNOWN_CHANNEL" | "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `INVALID_POSITION`: The position is not valid.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "INVALID_POSITION";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `TOO_MANY_SOCKETS`: Too many sockets.
             *
             *     `TOO_MANY_REQUESTS`: Too many requests.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_SOCKETS" | "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query?: {
                /** @description The room that the page follows: `next` of the page before */
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, in the order of their names. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rooms: components["schemas"]["RoomSummary"][];
                        /** @description What to send as `after` for the next page; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room, and who is in it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `UNKNOWN_CHANNEL`: There is no such channel.
             *
             *     `NOT_FOUND`: There is nothing here.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNKNOWN_CHANNEL" | "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    putRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: string;
            };
            cookie?: never;
        };
        /** @description How it shall be. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "open": true,
                 *       "members": []
                 *     }
                 */
                "application/json": {
                    /** @description Whether everybody who is signed in may enter, and every key */
                    open: boolean;
                    /** @description Ids of the users who may enter when it is closed; replaces the list */
                    members: string[];
                };
            };
        };
        responses: {
            /** @description The room as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listRoomMessages: {
        parameters: {
            query?: {
                /** @description Events with a smaller number; left out, the newest. `events[0].seq` of a page leads on */
                before?: string;
                /** @description Events of a page, 100 at most */
                limit?: string;
            };
            header?: never;
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        epoch: string;
                        events: {
                            seq: number;
                            /** @example room.message */
                            type: string;
                            /** Format: date-time */
                            at: string;
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `UNKNOWN_CHANNEL`: There is no such channel.
             *
             *     `NOT_FOUND`: There is nothing here.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNKNOWN_CHANNEL" | "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    publishRoomMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: string;
            };
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "text": "Hello"
                 *       },
                 *       "key": "0198c7a4-1111-7000-8000-000000000001"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What the message says: any JSON
                     * @example {
                     *       "text": "Hello"
                     *     }
                     */
                    data: unknown;
                    /**
                     * Format: uuid
                     * @description The only user who gets it; left out, everybody in the room
                     */
                    to?: string;
                    /**
                     * @description The same key again is the same message
                     * @example 0198c7a4-1
                     */
                    key: string;
                };
            };
        };
        responses: {
            /** @description It was stored before, under this number: `repeated`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ch: string;
                        epoch: string;
                        seq: number;
                        /** @constant */
                        repeated?: true;
                    };
                };
            };
            /** @description Stored, under this number. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ch: string;
                        epoch: string;
                        seq: number;
                        /** @constant */
                        repeated?: true;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `UNKNOWN_CHANNEL`: There is no such channel.
             *
             *     `NOT_FOUND`: There is nothing here.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNKNOWN_CHANNEL" | "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             *
             *     `INVALID_INPUT`: The input is not valid.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_CONFLICT" | "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description `true`: only those that are unread */
                unread?: "true" | "false";
                /** @description Rows of a page, 100 at most */
                limit?: string;
                /** @description The `page.next` of the page before, with the same filters */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many notifications the user has not read */
                        unread: number;
                        notifications: components["schemas"]["Notification"][];
                        page: {
                            /** @description `after` of the next page; null when this is the last */
                            next: string | null;
                            limit: number;
                        };
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    sendNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What, and whom. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "title": "Your export is ready",
                 *       "link": "/files/export"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Whom it is for; or `email`
                     */
                    userId?: string;
                    /** @description The address of the user whom it is for; or `userId` */
                    email?: string;
                    title: string;
                    body?: string;
                    /** @description Where it leads: an http or https address, or a path of this system */
                    link?: string;
                    /** @description For programs; it is not in the mail */
                    data?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Whether a mail follows when no socket takes it within 30 seconds
                     * @default true
                     */
                    sendEmail?: boolean;
                };
            };
        };
        responses: {
            /** @description It is stored, and told. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notification: components["schemas"]["Notification"];
                        /** @description How many notifications the user has not read */
                        unread: number;
                        /** @description The job that sends it as a mail unless it is taken or read before; null without one */
                        emailJob: string | null;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `JOB_NOT_ALLOWED`: This job cannot be started by this caller.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "JOB_NOT_ALLOWED" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All, or those made until a time. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "read": true
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    read: true;
                    /**
                     * Format: date-time
                     * @description Only those made until then, e.g. `createdAt` of the newest one that was shown
                     */
                    before?: string;
                };
            };
        };
        responses: {
            /** @description They are read, on all devices. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many notifications the user has not read */
                        unread: number;
                        /** @description How many were unread before */
                        read: number;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    changeNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Which of the two. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "read": true
                 *     }
                 */
                "application/json": {
                    read: boolean;
                };
            };
        };
        responses: {
            /** @description As it is now, on all devices. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notification: components["schemas"]["Notification"];
                        /** @description How many notifications the user has not read */
                        unread: number;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    broadcast: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What, and where. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "We are back in five minutes"
                 *     }
                 */
                "application/json": {
                    /** @description Only those in this room; left out, everybody */
                    room?: string;
                    /** @description Any JSON */
                    message: unknown;
                };
            };
        };
        responses: {
            /** @description Stored. The counts are those of a moment ago. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Sockets and streams that hear it */
                        sentTo: number;
                        /** @description Sockets that are open, whatever they hear */
                        online: number;
                    };
                };
            };
            /**
             * @description `BAD_JSON`: The body is not valid JSON.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_JSON" | "BAD_REQUEST" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `INVALID_INPUT`: The input is not valid.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The language of `message`: `en` or `zh-CN`. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A form with one file in the field `image`. */
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description JPEG, PNG, WebP, GIF or AVIF, at most `UPLOAD_MAX_BYTES` (20 MB) */
                    image: string;
                };
            };
        };
        responses: {
            /** @description You sent this image before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        /** @description For people, in the language of `Accept-Language` (en, zh-CN) */
                        message: string;
                        upload: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "processing" | "ready" | "failed";
                            links: {
                                self: string;
                            };
                        };
                        /** @description Null when the image was processed so long ago that its job is deleted */
                        job: components["schemas"]["Job"] | null;
                    };
                };
            };
            /** @description Kept; its sizes will be made. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key`. */
                    "Idempotency-Replayed"?: string;
                    /** @description With an `Idempotency-Key`: until when a repetition gets this answer. */
                    "Idempotency-Expires"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens the job, and its upload, for reading: bearer token or `?ticket=` */
                        ticket: string;
                        /** Format: date-time */
                        ticketExpiresAt: string;
                        /** @description For people, in the language of `Accept-Language` (en, zh-CN) */
                        message: string;
                        upload: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "processing" | "ready" | "failed";
                            links: {
                                self: string;
                            };
                        };
                        /** @description Null when the image was processed so long ago that its job is deleted */
                        job: components["schemas"]["Job"] | null;
                    };
                };
            };
            /**
             * @description `BAD_REQUEST`: The request cannot be understood.
             *
             *     `MULTIPART_MALFORMED`: The multipart body is malformed.
             *
             *     `TOO_MANY_FILES`: Send one file per request.
             *
             *     `TOO_MANY_FIELDS`: The form has too many fields.
             *
             *     `FIELD_TOO_LARGE`: A form field is too large.
             *
             *     `IDEMPOTENCY_KEY_INVALID`: The Idempotency-Key is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST" | "MULTIPART_MALFORMED" | "TOO_MANY_FILES" | "TOO_MANY_FIELDS" | "FIELD_TOO_LARGE" | "IDEMPOTENCY_KEY_INVALID";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UPLOAD_TIMEOUT`: The upload took too long. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UPLOAD_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: The first request with this key is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "IDEMPOTENCY_IN_PROGRESS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `FILE_TOO_LARGE`: The file is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FILE_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `MULTIPART_REQUIRED`: Send multipart/form-data.
             *
             *     `UNSUPPORTED_TYPE`: The file is not a supported image.
             *
             *     `TYPE_MISMATCH`: The file is not of its declared type.
             *
             *     `HEIC_UNSUPPORTED`: HEIC images are not supported.
             */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "MULTIPART_REQUIRED" | "UNSUPPORTED_TYPE" | "TYPE_MISMATCH" | "HEIC_UNSUPPORTED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FILE_REQUIRED`: A file is required.
             *
             *     `FILE_EMPTY`: The file is empty.
             *
             *     `UNEXPECTED_FIELD`: The file came in an unexpected field.
             *
             *     `IMAGE_CORRUPT`: The image cannot be read.
             *
             *     `IMAGE_TOO_MANY_PIXELS`: The image has too many pixels.
             *
             *     `IMAGE_TOO_COMPLEX`: The image is too complex.
             *
             *     `IDEMPOTENCY_CONFLICT`: The key was used for another request.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FILE_REQUIRED" | "FILE_EMPTY" | "UNEXPECTED_FIELD" | "IMAGE_CORRUPT" | "IMAGE_TOO_MANY_PIXELS" | "IMAGE_TOO_COMPLEX" | "IDEMPOTENCY_CONFLICT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `STORAGE_FULL`: There is no room left. */
            507: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "STORAGE_FULL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its state, and the sizes that there are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getDerivative: {
        parameters: {
            query?: {
                /** @description The content’s version */
                v?: string;
                /** @description Until when, in seconds since 1970 */
                expires?: string;
                /** @description Which key signed */
                key?: string;
            };
            header?: {
                /** @description The `ETag` that you have. */
                "If-None-Match"?: string;
                /** @description Part of the bytes (RFC 9110 §14): one range. */
                Range?: string;
                /** @description The `ETag` that the range belongs to. */
                "If-Range"?: string;
            };
            path: {
                id: string;
                preset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description The range. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    /** @description Which part this is. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SIGNATURE_INVALID`: The signature of this address is not valid.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SIGNATURE_INVALID" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "RANGE_NOT_SATISFIABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: {
                /** @description The content’s version */
                v?: string;
                /** @description Until when, in seconds since 1970 */
                expires?: string;
                /** @description Which key signed */
                key?: string;
            };
            header?: {
                /** @description The `ETag` that you have. */
                "If-None-Match"?: string;
                /** @description Part of the bytes (RFC 9110 §14): one range. */
                Range?: string;
                /** @description The `ETag` that the range belongs to. */
                "If-Range"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The range. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    /** @description Which part this is. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description You may read it. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The signed address. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description You have it. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The SHA-256 of the bytes. */
                    ETag?: string;
                    /** @description They never change: keep them until the address expires. */
                    "Cache-Control"?: string;
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `SIGNATURE_INVALID`: The signature of this address is not valid.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "SIGNATURE_INVALID" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range is outside the file. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "RANGE_NOT_SATISFIABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, in the order of their addresses. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        suppressions: components["schemas"]["Suppression"][];
                        /** @description What to send as `after` for the next page; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INVALID_INPUT`: The input is not valid. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INVALID_INPUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    liftSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lifted, and audited. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAUTHENTICATED`: Sign in first. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAUTHENTICATED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    showAdminLink: {
        parameters: {
            query: {
                /** @description What the mail’s link carries */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with a button. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description A page: the link was used before. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    useAdminLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Must be of this server; browsers send it. */
                Origin?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The token of the link. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Entered. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The queues. */
                    Location?: string;
                    /** @description The session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description A page: the link is not valid.
             *
             *     `BAD_REQUEST`: The request cannot be understood.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /**
             * @description `FORBIDDEN`: This is not allowed.
             *
             *     `ADDRESS_NOT_ALLOWED`: This address may not come here.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "FORBIDDEN" | "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `REQUEST_TIMEOUT`: The request took too long to arrive. */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "REQUEST_TIMEOUT";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description A page: the link was used before. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `BODY_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BODY_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `TOO_MANY_REQUESTS`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "TOO_MANY_REQUESTS";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `UNAVAILABLE`: The service is not available right now. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "UNAVAILABLE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Healthy. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "unhealthy";
                        /**
                         * @description What this process needs: `ok`, or what is wrong
                         * @example {
                         *       "database": "ok"
                         *     }
                         */
                        checks: {
                            [key: string]: string;
                        };
                        version: string;
                        /**
                         * @description What runs the jobs
                         * @example redis
                         * @example postgres
                         */
                        engine: string;
                        /** @description How many are open in this process */
                        sockets: number;
                        /** @description Without its engine work is still accepted */
                        engineReady: boolean;
                    };
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description Not healthy; `checks` says why. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "unhealthy";
                        /**
                         * @description What this process needs: `ok`, or what is wrong
                         * @example {
                         *       "database": "ok"
                         *     }
                         */
                        checks: {
                            [key: string]: string;
                        };
                        version: string;
                        /**
                         * @description What runs the jobs
                         * @example redis
                         * @example postgres
                         */
                        engine: string;
                        /** @description How many are open in this process */
                        sockets: number;
                        /** @description Without its engine work is still accepted */
                        engineReady: boolean;
                    };
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "alive";
                    };
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not ready" | "stopping";
                        /**
                         * @description What this process needs: `ok`, or what is wrong
                         * @example {
                         *       "database": "ok"
                         *     }
                         */
                        checks: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description Not ready, or stopping; `checks` says why. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not ready" | "stopping";
                        /**
                         * @description What this process needs: `ok`, or what is wrong
                         * @example {
                         *       "database": "ok"
                         *     }
                         */
                        checks: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description Changes with the console. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part of the configuration that anybody may know. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        /** @description Whether images may be uploaded without signing in */
                        anonymousUploads: boolean;
                        upload: {
                            /** @description Largest image that is accepted */
                            maxBytes: number;
                            types: ("image/jpeg" | "image/png" | "image/webp" | "image/gif" | "image/avif")[];
                        };
                        /** @description The page of the development inbox, where there is one */
                        inbox: string | null;
                        /** @description Whether sockets without a token may enter open rooms */
                        strangers: boolean;
                        /** @description Whether `/metrics` is open to whoever asks */
                        metrics: boolean;
                        /** @description Whether the request brought the cookie of a session, so that `POST /refresh` is worth a try */
                        session: boolean;
                    };
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description Changes with the document. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description Changes with the document. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that reads `/openapi.json`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3.0. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description Changes with the document. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asyncapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description Changes with the document. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: {
                /** @description `text/html` for a page. */
                Accept?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Every code.
             *
             *     The same as a page.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        errors: {
                            /** @example NOT_FOUND */
                            code: string;
                            /**
                             * @description The page about it
                             * @example /problems/not-found
                             */
                            type: string;
                            title: string;
                            status: number;
                            /** @description Whether the same call may succeed later */
                            retryable: boolean;
                        }[];
                    };
                    "text/html": string;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: {
                /** @description `text/html` for a page. */
                Accept?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The error.
             *
             *     The same as a page.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example NOT_FOUND */
                        code: string;
                        /**
                         * @description The page about it
                         * @example /problems/not-found
                         */
                        type: string;
                        title: string;
                        status: number;
                        /** @description Whether the same call may succeed later */
                        retryable: boolean;
                        /** @description What to do about it; Markdown */
                        help: string;
                        example: components["schemas"]["Problem"];
                    };
                    "text/html": string;
                };
            };
            /** @description `BAD_REQUEST`: The request cannot be understood. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "BAD_REQUEST";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `ADDRESS_NOT_ALLOWED`: This address may not come here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "ADDRESS_NOT_ALLOWED";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `NOT_FOUND`: There is nothing here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "NOT_FOUND";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `URI_TOO_LONG`: The address is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "URI_TOO_LONG";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `HEADERS_TOO_LARGE`: The headers are too large. */
            431: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "HEADERS_TOO_LARGE";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @enum {string} */
                        code: "INTERNAL";
                    } & WithRequired<components["schemas"]["Problem"], "code">;
                };
            };
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
