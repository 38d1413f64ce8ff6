import { readFile } from 'node:fs/promises';

/** True when a PNG or WebP file says itself that more should follow. */
export async function lacksItsEnd(path: string): Promise<boolean> {
  const file = await readFile(path);
  if (file.toString('latin1', 1, 4) === 'PNG') return pngLacksEnd(file);
  // The container tells its length (RFC 9649, 2.4).
  if (file.toString('latin1', 8, 12) === 'WEBP') return file.readUInt32LE(4) + 8 > file.length;
  return false;
}

/** Walk the chunks to IEND (W3C PNG, 3rd edition, 5.3): length, type, data, checksum. */
function pngLacksEnd(file: Buffer): boolean {
  let position = 8;
  while (position + 12 <= file.length) {
    if (file.toString('latin1', position + 4, position + 8) === 'IEND') return false;
    position += file.readUInt32BE(position) + 12;
  }
  return true;
}
