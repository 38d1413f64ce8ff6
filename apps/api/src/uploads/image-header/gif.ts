import { headerOf, type HeaderReader } from './header.ts';

/** GIF: the logical screen (GIF89a, 18). Only the first frame is ever used, so the others do not count. */
export const readGifHeader: HeaderReader = async (read) => {
  const bytes = await read(6, 4);
  return bytes.length < 4 ? undefined : headerOf(bytes.readUInt16LE(0), bytes.readUInt16LE(2));
};
