import { type AnswerOf, documented } from '../http/documented.ts';
import { queryOf } from '../http/query.ts';
import type { CallControl, Rest } from '../http/rest.ts';

/** Rooms in the order of their names; `next` is the `after` of the next page, null at the end. */
export type RoomList = AnswerOf<'listRooms', 200>;

/** Which rooms are listed. */
export interface RoomFilter {
  /** `next` of the page before. */
  after?: string;
  limit?: number;
}

/** List the rooms that were set up, or in which somebody is; for administrators. */
export function listRooms(rest: Rest, filter: RoomFilter = {}, options: CallControl = {}): Promise<RoomList> {
  return rest.call(`/rooms${queryOf({ ...filter })}`, documented<'listRooms', 200>(), options);
}
