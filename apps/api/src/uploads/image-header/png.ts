import { headerOf, type HeaderReader } from './header.ts';

/** PNG: the IHDR chunk comes first (W3C PNG, 3rd edition, 11.2.1); its last byte tells interlacing. */
export const readPngHeader: HeaderReader = async (read) => {
  const bytes = await read(8, 21);
  if (bytes.length < 21 || bytes.toString('latin1', 4, 8) !== 'IHDR') return undefined;
  return headerOf(bytes.readUInt32BE(8), bytes.readUInt32BE(12), bytes[20] === 1);
};
