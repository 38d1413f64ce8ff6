import {
  broadcastMessage,
  broadcastSnapshot,
  notificationNew,
  notificationRead,
  personalMessage,
  queueChanged,
  queueCounts,
  roomChanged,
  roomMessage,
  roomSnapshot,
  userSnapshot,
} from '@jobwire/realtime';
import { z } from 'zod';

import { jobViewSchema } from '../jobs/job-view.ts';
import { memberExample, messageExample, notificationExample } from './examples.ts';

/** What happens in a channel, under one type. */
export interface EventDoc {
  about: string;
  data: z.core.$ZodType;
  example: Readonly<Record<string, unknown>>;
  final?: true;
}

/** What the document says of one kind of channel. */
export interface ChannelKindDoc {
  /** Who may watch, and what it is for. */
  about: string;
  /** What a subscription begins with. */
  snapshot: z.core.$ZodType;
  events: Readonly<Record<string, EventDoc>>;
}

const facts = z.looseObject({});
const final = true;
const counts = { name: 'image.thumbnail', paused: false, counts: { queued: 2, running: 1 }, oldestMs: 840 };

/** Every kind of channel, by how its names are made. */
export const channelKindDocs: Readonly<Record<string, ChannelKindDoc>> = {
  'job:<id>': {
    about: 'One job: for its owner, administrators, and whoever has its ticket.',
    snapshot: jobViewSchema,
    events: {
      'job.scheduled': { about: 'Accepted, starts later.', data: facts, example: {} },
      'job.queued': { about: 'Accepted, or its time has come.', data: facts, example: {} },
      'job.started': { about: 'A worker has begun an attempt.', data: facts, example: { attempt: 1 } },
      'job.progress': {
        about: 'How far it is. A slow reader gets the newest alone, with `skipped`.',
        data: facts,
        example: { percent: 40, stage: 'resize', attempt: 1 },
      },
      'job.log': { about: 'A line for the owner.', data: facts, example: { message: 'Half way', attempt: 1 } },
      'job.retrying': { about: 'An attempt failed, another follows.', data: facts, example: { attempt: 1 } },
      'job.stalled': { about: 'A worker vanished, another has the job.', data: facts, example: {} },
      'job.cancel_requested': { about: 'A running job was asked to end.', data: facts, example: {} },
      'job.succeeded': { about: 'The end.', data: facts, example: { result: { derivatives: [] } }, final },
      'job.failed': { about: 'The end.', data: facts, example: { error: { code: 'IMAGE_CORRUPT' } }, final },
      'job.cancelled': { about: 'The end.', data: facts, example: {}, final },
      'job.expired': { about: 'The end.', data: facts, example: {}, final },
    },
  },
  'user:<id>': {
    about: 'What a user is told: notifications, and messages to them alone. For that user.',
    snapshot: userSnapshot,
    events: {
      'notification.new': {
        about: 'A notification.',
        data: notificationNew,
        example: { notification: notificationExample, unread: 1 },
      },
      'notification.read': {
        about: 'These were read, here or on another device; with `readAt` null they are unread again.',
        data: notificationRead,
        example: { ids: [notificationExample.id], readAt: '2026-11-24T16:01:00.000Z', unread: 0 },
      },
      'room.personal': {
        about: 'A message of a room to one member; the sender has it in their own channel too.',
        data: personalMessage,
        example: { ...messageExample, room: 'lobby', to: memberExample.id },
      },
    },
  },
  'room:<name>': {
    about:
      'A room. Open rooms are for everybody who is signed in and for keys, closed ones for their members and administrators.',
    snapshot: roomSnapshot,
    events: {
      'room.message': { about: 'A message.', data: roomMessage, example: messageExample },
      'room.changed': { about: 'The room was opened or closed.', data: roomChanged, example: { open: false } },
    },
  },
  broadcast: {
    about: 'What everybody is told. For everybody who is signed in, and for keys.',
    snapshot: broadcastSnapshot,
    events: {
      'broadcast.message': {
        about: 'A message of an operator.',
        data: broadcastMessage,
        example: { message: 'We will be back at noon' },
      },
    },
  },
  'admin:queue:<name>': {
    about: 'What is going on in a queue. For administrators.',
    snapshot: queueCounts,
    events: {
      'queue.counts': {
        about: 'How many jobs there are by state. A slow reader gets the newest alone, with `skipped`.',
        data: queueCounts,
        example: counts,
      },
      'queue.paused': { about: 'It was paused.', data: queueChanged, example: { name: counts.name, by: 'admin' } },
      'queue.resumed': { about: 'It goes on.', data: queueChanged, example: { name: counts.name, by: 'admin' } },
    },
  },
};
