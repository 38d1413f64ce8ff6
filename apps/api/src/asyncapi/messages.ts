import { eventPush, type Operation, operationFrames, wireProblem, wireProblemOf } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { channelKindDocs } from './channel-kinds.ts';
import { at, jobId } from './examples.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { type OperationDoc, operationDocs } from './operations.ts';
import { pushDocs, schemaOfPush } from './pushes.ts';

/** A Message Object of AsyncAPI. */
export interface Message {
  name: string;
  title: string;
  summary: string;
  description?: string;
  payload: JsonSchema;
  examples: readonly { payload: Readonly<Record<string, unknown>> }[];
}

/** Name of the message that answers an operation; the one that asks is called like the operation. */
export function replyName(op: string): string {
  return `${op}Reply`;
}

/** Name of the message that answers what could not be done. */
export const errorName = 'errorReply';

/** Every message, by its name: what clients send, what is answered, and what the server says by itself. */
export function allMessages(): Readonly<Record<string, Message>> {
  const made = [...requests(), ...replies(), errorReply(), ...pushes(), ...events()];
  return Object.fromEntries(made.map((message) => [message.name, message]));
}

/** Names of what the server says without being asked. */
export function pushNames(): string[] {
  return [...pushes(), ...events()].map(({ name }) => name);
}

function docOf(op: Operation): OperationDoc {
  return operationDocs[op];
}

function requests(): Message[] {
  return operationFrames.map(({ op, frame }) => {
    const { about, members = {}, example } = docOf(op);
    const lines = Object.entries(members).map(([member, said]) => `- \`${member}\`: ${said}`);
    return {
      name: op,
      title: op,
      summary: about,
      ...(lines.length > 0 ? { description: lines.join('\n') } : {}),
      payload: jsonSchemaOf(frame, 'client'),
      examples: [{ payload: { id: 1, op, ...example.frame } }],
    };
  });
}

function replies(): Message[] {
  return operationFrames.map(({ op }) => {
    const { ok, example } = docOf(op);
    return {
      name: replyName(op),
      title: `Reply to ${op}`,
      summary: `What \`${op}\` is answered when it was done.`,
      payload: jsonSchemaOf(z.looseObject({ id: z.int(), ok }), 'server'),
      examples: [{ payload: { id: 1, ok: example.ok } }],
    };
  });
}

function errorReply(): Message {
  const error = wireProblemOf(appError('UNKNOWN_CHANNEL'), 'room:nowhere');
  return {
    name: errorName,
    title: 'Error',
    summary: 'What an operation is answered that could not be done. `id` is null when it could not be read.',
    payload: jsonSchemaOf(z.looseObject({ id: z.int().nullable(), error: wireProblem }), 'server'),
    examples: [{ payload: { id: 1, error } }],
  };
}

function pushes(): Message[] {
  return Object.entries(pushDocs).map(([t, { about, example }]) => ({
    // An operation may be called like a push.
    name: `${t}Push`,
    title: `Push ${t}`,
    summary: about,
    payload: jsonSchemaOf(schemaOfPush(z.enum(pushKinds).parse(t)), 'server'),
    examples: [{ payload: { t, ...example } }],
  }));
}

const pushKinds = ['snapshot', 'presence', 'unsub', 'goaway', 'hb'] as const;

function events(): Message[] {
  return Object.entries(channelKindDocs).flatMap(([channel, { events: types }]) =>
    Object.entries(types).map(([type, { about, data, example, final }]) => ({
      name: type,
      title: `Event ${type}`,
      summary: `${about} In \`${channel}\`.`,
      payload: jsonSchemaOf(z.looseObject({ ...eventPush.shape, type: z.literal(type), data }), 'server'),
      examples: [
        {
          payload: {
            t: 'event',
            ch: channel.replace('<id>', jobId).replace(/<name>$/, 'lobby'),
            epoch: 'k3x9',
            seq: 4,
            type,
            at,
            ...(final ? { final } : {}),
            data: example,
          },
        },
      ],
    })),
  );
}
