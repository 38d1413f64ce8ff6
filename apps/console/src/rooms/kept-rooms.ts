/** What this browser keeps of one person's rooms. */
export interface KeptRooms {
  /** Names, the last visited first. */
  recent(): readonly string[];
  visited(room: string): void;
  /** What was written and not sent; empty where there is nothing. */
  draft(room: string): string;
  keepDraft(room: string, text: string): void;
}

/** Rooms and drafts that are kept at most: the oldest make room. */
const most = { recent: 12, drafts: 50 };

/**
 * Keep rooms and drafts across reloads. What is kept is read anew each time, because other tabs write it too.
 *
 * @param owner whose they are, so that nobody else finds them in a shared browser
 */
export function createKeptRooms(storage: Pick<Storage, 'getItem' | 'setItem'>, owner: string): KeptRooms {
  const places = { recent: `jobwire.rooms.${owner}`, drafts: `jobwire.drafts.${owner}` };
  const pairs = (place: string): [string, string][] =>
    readList(storage.getItem(place)).flatMap((entry): [string, string][] => {
      const [room, text]: unknown[] = Array.isArray(entry) ? entry : [entry, ''];
      return typeof room === 'string' && typeof text === 'string' ? [[room, text]] : [];
    });
  const put = (place: string, room: string, text: string | undefined, limit: number): void => {
    const others = pairs(place).filter(([name]) => name !== room);
    const all = text === undefined ? others : [[room, text], ...others];
    storage.setItem(place, JSON.stringify(all.slice(0, limit)));
  };
  return {
    recent: () => pairs(places.recent).map(([room]) => room),
    visited: (room) => put(places.recent, room, '', most.recent),
    draft: (room) => pairs(places.drafts).find(([name]) => name === room)?.[1] ?? '',
    keepDraft: (room, text) => put(places.drafts, room, text === '' ? undefined : text, most.drafts),
  };
}

/** What an older version wrote, or somebody by hand, is dropped. */
export function readList(text: string | null): unknown[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}
