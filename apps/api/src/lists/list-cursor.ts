import { appError, type KeyRing, sameText, sign } from '@jobwire/runtime';

/** Where a page of a list ended, as text that only this system can make. */
export interface ListCursors {
  /** The cursor that continues a list behind this job. */
  write(filter: object, lastId: string): string;
  /**
   * The job behind which a list continues.
   *
   * @throws AppError INVALID_INPUT naming `after` when the cursor is forged or belongs to another list
   */
  read(filter: object, cursor: string): string;
}

/**
 * Make the cursors: the id of the last job, signed together with the filter and with whose jobs the list shows. A cursor
 * of another list fails like a forged one; the size of a page may change on the way.
 */
export function createListCursors(keys: KeyRing): ListCursors {
  const key = keys('cursor');
  const write = (filter: object, lastId: string): string => {
    const id = Buffer.from(lastId.replaceAll('-', ''), 'hex').toString('base64url');
    return `${id}.${sign(key, `${lastId}\n${fingerprintOf(filter)}`)}`;
  };
  return {
    write,
    read(filter, cursor) {
      const hex = Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString('hex');
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      if (id.length === 36 && sameText(cursor, write(filter, id))) return id;
      const message = 'Send the `page.next` of a page with the same filters';
      throw appError('INVALID_INPUT', { errors: [{ pointer: '/after', code: 'CURSOR_INVALID', message }] });
    },
  };
}

function fingerprintOf(filter: object): string {
  return JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
