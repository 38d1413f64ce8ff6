import { historyLimit, maxFrameBytes, messageLength, subprotocol } from '@jobwire/realtime';
import { errorCatalogue, loadConfig } from '@jobwire/runtime';

import { announcedLimits, socketLimits } from '../sockets/socket-limits.ts';
import { channelKindDocs } from './channel-kinds.ts';
import { closeCodeDocs } from './close-codes.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { allMessages, errorName, pushNames, replyName } from './messages.ts';
import { commonErrors, operationDocs } from './operations.ts';

const introduction = `Watch jobs, talk in rooms and be notified over one WebSocket, without missing an event.

- Text frames, one JSON object each. A frame with \`id\` is an operation or its reply; one with \`t\` is said by the server without being asked.
- Say \`hello\` first. Tokens and tickets go in frames, never in the address.
- Every event has a number in its channel, without gaps. Keep the last position (\`epoch:seq\`) of each channel, and subscribe with it as \`since\` after a connection broke.
- A jump in the numbers says so itself: \`skipped\` counts the events that were left out right before.
- Ignore members, events and pushes that you do not know: new ones may come. What you send is checked strictly.
- The hundreds of a close code say what to do: 40xx stop, 41xx back off and resume, 42xx reconnect now.`;

const toChannel = { $ref: '#/channels/socket' };
const toMessage = (name: string): { $ref: string } => ({ $ref: `#/channels/socket/messages/${name}` });

/** Make the AsyncAPI document: from the very schemas that validate frames, so that it cannot say anything else. */
export function asyncApiDocument(version: string): Readonly<Record<string, unknown>> {
  const messages = allMessages();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Jobwire: the socket',
      version,
      description: introduction,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: {
      development: { host: 'localhost:3000', protocol: 'ws', description: 'A process on this machine' },
    },
    channels: {
      socket: {
        address: '/ws',
        title: 'The socket',
        description: `Subprotocol \`${subprotocol}\`; offering none means it.`,
        messages: Object.fromEntries(
          Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
        bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
      },
    },
    operations: { ...asked(), ...said() },
    components: { messages },
    'x-channel-kinds': kinds(),
    'x-close-codes': closeCodeDocs(),
    'x-errors': errors(),
    'x-limits': limits(),
  };
}

/** What clients ask, seen from the server. */
function asked(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operationDocs).map(([op, { about, errors: own }]) => [
      op,
      {
        action: 'receive',
        channel: toChannel,
        title: op,
        summary: about,
        messages: [toMessage(op)],
        reply: { channel: toChannel, messages: [toMessage(replyName(op)), toMessage(errorName)] },
        'x-errors': [...own, ...commonErrors],
      },
    ]),
  );
}

/** What the server says by itself. */
function said(): Record<string, unknown> {
  const push = {
    action: 'send',
    channel: toChannel,
    title: 'push',
    summary: 'What the server says without being asked: events, and what concerns the connection.',
    messages: pushNames().map(toMessage),
  };
  return { push };
}

function kinds(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(channelKindDocs).map(([name, { about, snapshot, events }]) => [
      name,
      { description: about, snapshot: jsonSchemaOf(snapshot, 'server'), events: Object.keys(events) },
    ]),
  );
}

function errors(): Record<string, unknown> {
  const codes = new Set([...commonErrors, ...Object.values(operationDocs).flatMap((doc) => doc.errors)]);
  return Object.fromEntries([...codes].map((code) => [code, errorCatalogue[code]]));
}

/** `hello` announces those of the process; these are they where nothing is configured. */
function limits(): Record<string, unknown> {
  const usual = socketLimits(loadConfig({ NODE_ENV: 'test' }));
  return {
    ...announcedLimits(usual),
    frameBytes: maxFrameBytes,
    messageLength,
    history: historyLimit,
    socketsPerUser: usual.perUser,
    socketsPerAddress: usual.perAddress,
    helloMs: usual.helloMs,
    heartbeatMs: usual.heartbeatMs,
    graceMs: usual.graceMs,
  };
}
