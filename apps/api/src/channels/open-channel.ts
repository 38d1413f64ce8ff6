import type { Attachment, ChannelName, Delivery, EndReason, Hub, Opening, Position } from '@jobwire/realtime';

import type { ChannelKind, Visitor } from './channel-kind.ts';
import type { PermissionWatch } from './permission-watch.ts';

/** Why a subscription ended without its reader's doing: the hub's reasons, or a permission that went away. */
export type Ending = EndReason | 'forbidden';

/** One connection that reads a channel. Its functions are called in the order of the log, and must not throw. */
export interface Reader {
  visitor: Visitor;
  opened(opening: Opening): void;
  event(delivery: Delivery): void;
  /** An event that this connection asked not to be told of. */
  omitted(delivery: Delivery): void;
  snapshot(opening: Opening): void;
  /** Something that is not numbered, e.g. who came in: a frame as sockets get it. */
  push(frame: Buffer): void;
  /** Call this once the client has what was sent until now. */
  confirm?(arrived: () => void): void;
  ended(ending: Ending): void;
}

/** What a subscription works with. */
export interface OpenChannelOptions {
  hub: Pick<Hub, 'attach'>;
  permissions: Pick<PermissionWatch, 'watch'>;
}

/** Which channel, of which kind, and from where on. */
export interface ChannelPlace {
  name: ChannelName;
  kind: ChannelKind;
  since: Position | undefined;
  /** When the permission to watch it ends by itself, in milliseconds of the epoch. */
  until?: number | undefined;
}

/**
 * Begin a subscription for whoever may have it (the caller asks before): attach to the hub, let the kind know who came
 * in and who left, and end it when the permission goes away.
 */
export function openChannel(
  { hub, permissions }: OpenChannelOptions,
  { name, kind, since, until }: ChannelPlace,
  reader: Reader,
): Attachment {
  const { visitor } = reader;
  let left: (() => void) | undefined;
  const confirm = (ids: readonly string[] | undefined): void => {
    if (ids && ids.length > 0) reader.confirm?.(() => kind.receipts?.arrived(ids));
  };
  const confirmSnapshot = ({ snapshot }: Opening): void => {
    if (snapshot !== undefined) confirm(kind.receipts?.ofSnapshot(snapshot));
  };
  const attachment = hub.attach(name, since, {
    opened(opening) {
      reader.opened(opening);
      confirmSnapshot(opening);
      left = kind.entered?.(name.id, visitor, (frame) => reader.push(frame));
    },
    event(delivery) {
      if (delivery.event.except === visitor.connId) return reader.omitted(delivery);
      reader.event(delivery);
      confirm(kind.receipts?.ofEvent(delivery.event));
    },
    snapshot(opening) {
      reader.snapshot(opening);
      confirmSnapshot(opening);
    },
    ended: end,
  });
  const unwatch = permissions.watch(kind, { id: name.id, caller: visitor.caller, until }, () => {
    attachment.close();
    end('forbidden');
  });
  function leave(): void {
    unwatch();
    left?.();
    left = undefined;
  }
  function end(ending: Ending): void {
    leave();
    reader.ended(ending);
  }
  // What never began has nobody to tell of its end. The rejection is the caller's, who awaits `joined`.
  attachment.joined.then((how) => (how === 'open' ? undefined : leave()), leave);
  return {
    joined: attachment.joined,
    close() {
      attachment.close();
      leave();
    },
  };
}
