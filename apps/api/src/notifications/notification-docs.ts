import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, idParams, replayedHeader } from '../openapi/shared-docs.ts';
import { changeBody, markBody, notificationBody, notificationQuery } from './notification-input.ts';
import { changedSchema, markedSchema, notificationPageSchema, sentSchema } from './notification-view.ts';

/** What users should know. */
export const notificationDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/notifications',
    id: 'sendNotification',
    summary: 'Tell a user something',
    description:
      'All sockets of the user hear it at once, over the channel `user:<id>`. When none has taken it within 30 seconds, a mail follows, unless `sendEmail` is false. A key has to name the job `email.notification`.',
    tag: 'Notifications',
    audience: ['operator', 'key'],
    headers: idempotencyHeader,
    body: {
      about: 'What, and whom.',
      schema: notificationBody,
      example: { email: 'ada@example.com', title: 'Your export is ready', link: '/files/export' },
    },
    answers: { 201: { about: 'It is stored, and told.', schema: sentSchema, headers: replayedHeader } },
    errors: ['INVALID_INPUT', 'FORBIDDEN', 'JOB_NOT_ALLOWED'],
  },
  {
    method: 'get',
    path: '/notifications',
    id: 'listNotifications',
    summary: 'List your notifications',
    tag: 'Notifications',
    audience: ['user'],
    query: notificationQuery,
    answers: { 200: { about: 'A page of them, the newest first.', schema: notificationPageSchema } },
    errors: ['INVALID_INPUT', 'FORBIDDEN'],
  },
  {
    method: 'patch',
    path: '/notifications',
    id: 'readAllNotifications',
    summary: 'Mark all your notifications as read',
    tag: 'Notifications',
    audience: ['user'],
    body: { about: 'All, or those made until a time.', schema: markBody, example: { read: true } },
    answers: { 200: { about: 'They are read, on all devices.', schema: markedSchema } },
    errors: ['INVALID_INPUT', 'FORBIDDEN'],
  },
  {
    method: 'patch',
    path: '/notifications/:id',
    id: 'changeNotification',
    summary: 'Mark a notification as read or unread',
    tag: 'Notifications',
    audience: ['user'],
    params: idParams,
    body: { about: 'Which of the two.', schema: changeBody, example: { read: true } },
    answers: { 200: { about: 'As it is now, on all devices.', schema: changedSchema } },
    errors: ['INVALID_INPUT', 'FORBIDDEN', 'NOT_FOUND'],
  },
];
