import type { Database, GatewayLoad } from '@jobwire/db';
import type { Bus, Engine } from '@jobwire/queue';
import { broadcastChannel, createHub } from '@jobwire/realtime';
import type { Clock, Config, Emit, Lifecycle } from '@jobwire/runtime';

import type { Gatekeeper } from './auth/caller.ts';
import type { CredentialWatch } from './auth/credential-watch.ts';
import { createBroadcastChannel } from './broadcast/broadcast-channel.ts';
import { createChannelLog } from './channels/channel-log.ts';
import { createPermissionWatch } from './channels/permission-watch.ts';
import type { AddressOf } from './http/client-address.ts';
import type { IpGate } from './http/ip-allowlist.ts';
import { createJobChannel } from './jobs/job-channel.ts';
import { createJobWaits } from './jobs/job-waits.ts';
import { createNotices } from './notifications/notices.ts';
import { createWatchedQueues } from './queues/watched-queues.ts';
import { createRooms } from './rooms/rooms.ts';
import { createSocketDoor } from './sockets/door.ts';
import { createEventStreams } from './sse/event-streams.ts';

/** What watching stands on. */
export interface RealtimeParts {
  db: Database;
  bus: Bus;
  /** Of the record, as it was when the process started. */
  epoch: string;
  engine: Engine;
  /** Of all kinds of job. */
  names: readonly string[];
  config: Config;
  lifecycle: Lifecycle;
  gatekeeper: Gatekeeper;
  credentials: CredentialWatch;
  addressOf: AddressOf;
  mayEnter: IpGate;
  emit: Emit;
  clock: Clock;
}

/** Make what channels are watched through: the half of `compose` that everything live comes from. */
export function composeRealtime(parts: RealtimeParts) {
  const {
    db,
    bus,
    epoch,
    engine,
    names,
    config,
    lifecycle,
    gatekeeper,
    credentials,
    addressOf,
    mayEnter,
    emit,
    clock,
  } = parts;
  const permissions = createPermissionWatch({ emit });
  lifecycle.add({ name: 'permissions', deadlineMs: 1_000, stop: () => permissions.stop() });
  const log = createChannelLog({ bus, hub: { ring: (doorbell) => hub.ring(doorbell) } });
  const load = (): GatewayLoad => ({ sockets: door.sockets, listeners: hub.watchers(broadcastChannel.name) });
  const rooms = createRooms({ db, bus, engine, log, epoch, config, load, emit });
  lifecycle.add({ name: 'presence', deadlineMs: 2_000, stop: () => rooms.presence.stop() });
  const notices = createNotices({ db, log, clock, emit });
  lifecycle.add({ name: 'notices', deadlineMs: 1_000, stop: () => notices.stop() });
  const queues = createWatchedQueues({ db, log, names, emit });
  lifecycle.add({ name: 'queue counts', deadlineMs: 1_000, stop: () => queues.counts.stop() });
  const kinds = {
    job: createJobChannel({ db, gatekeeper }),
    user: notices.kind,
    room: rooms.kind,
    broadcast: createBroadcastChannel(db, { strangers: config.ROOM_ANONYMOUS }),
    admin: queues.kind,
  };
  const hub = createHub({ bus, sources: kinds, epoch, emit });
  const waits = createJobWaits({ hub });
  const watching = { hub, kinds, gatekeeper, credentials, permissions, addressOf, config, emit, clock };
  const streams = createEventStreams(watching);
  const door = createSocketDoor({ ...watching, mayEnter });
  return { hub, kinds, waits, streams, door, log, rooms, notices, queues, permissions };
}
