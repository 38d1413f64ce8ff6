/** The headings of the document, in the order in which a newcomer needs them. */
export const tags = {
  Accounts: 'People, without passwords: register, follow the link of a mail, stay signed in by a cookie.',
  Jobs: 'Start jobs, read them, and steer them. A job belongs to whoever started it.',
  Watching: 'Follow a job event by event, over a connection that may break and continue.',
  Rooms: 'Talk in rooms, and see who is there; on a socket at once, over HTTP now and then.',
  Notifications: 'What users should know: kept, told to all their devices at once, and mailed when nobody hears.',
  Uploads: 'Images in, thumbnails out; and the files that jobs make.',
  Schedules: 'Jobs that start at times of their own.',
  Queues: 'What waits, what runs, and whether it may: one queue per kind of job.',
  Administration: 'For administrators: users whose address `ADMIN_EMAILS` lists.',
  Health: 'For people, containers and probes.',
  Documents: 'What describes this API.',
} as const;

/** A heading. */
export type Tag = keyof typeof tags;
