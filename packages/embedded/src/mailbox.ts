import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { uuidv7 } from '@jobwire/runtime';

/** The mails of an inbox, newest first. */
export interface Mailbox {
  /** Their ids; UUIDv7, so that an id tells when its mail arrived. */
  ids(): readonly string[];
  /** Keep a mail, and forget the oldest when there are too many. Returns its id. */
  add(raw: Buffer): Promise<string>;
  /** The mail as it came; `undefined` when there is none of this id. */
  read(id: string): Promise<Buffer | undefined>;
  delete(ids: readonly string[]): Promise<void>;
}

/** Where a mailbox keeps the bytes. */
interface Shelf {
  ids(): Promise<string[]>;
  write(id: string, raw: Buffer): Promise<void>;
  read(id: string): Promise<Buffer | undefined>;
  delete(id: string): Promise<void>;
}

/**
 * Open a mailbox.
 *
 * @param folder where the mails are `.eml` files and survive a restart; without one they live in memory
 * @param capacity how many mails are kept
 */
export async function openMailbox(folder: string | undefined, capacity: number): Promise<Mailbox> {
  const shelf = folder === undefined ? memoryShelf() : await folderShelf(folder);
  let ids = (await shelf.ids()).toSorted().toReversed();
  const remove = async (gone: readonly string[]): Promise<void> => {
    ids = ids.filter((id) => !gone.includes(id));
    await Promise.all(gone.map((id) => shelf.delete(id)));
  };
  return {
    ids: () => ids,
    async add(raw) {
      const id = uuidv7();
      await shelf.write(id, raw);
      ids = [id, ...ids];
      await remove(ids.slice(capacity));
      return id;
    },
    read: async (id) => (ids.includes(id) ? shelf.read(id) : undefined),
    delete: remove,
  };
}

/** When the mail of an id arrived. */
export function arrivalOf(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

function memoryShelf(): Shelf {
  const mails = new Map<string, Buffer>();
  return {
    ids: async () => [...mails.keys()],
    write: async (id, raw) => void mails.set(id, raw),
    read: async (id) => mails.get(id),
    delete: async (id) => void mails.delete(id),
  };
}

async function folderShelf(folder: string): Promise<Shelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (id: string): string => join(folder, `${id}.eml`);
  return {
    ids: async () =>
      (await readdir(folder)).flatMap(
        (name) => /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/.exec(name)?.[1] ?? [],
      ),
    async write(id, raw) {
      const half = `${fileOf(id)}.new`;
      await writeFile(half, raw, { mode: 0o600 });
      await rename(half, fileOf(id));
    },
    // A person may delete files under our hands.
    read: (id) => readFile(fileOf(id)).catch(() => undefined),
    delete: (id) => rm(fileOf(id), { force: true }),
  };
}
