import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';

/** Older ones have known holes in their AVIF decoder (CVE-2026-84383) and in loaders that are blocked here anyway. */
const oldestVips = [8, 18, 7] as const;

/** The loaders that are left: formats that we accept, from files only. */
const allowed = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}File`);

/**
 * Close every decoder but those of the accepted formats, and set the library up for a process that does one image at a
 * time.
 *
 * @throws Error when libvips is too old to be given strangers' files
 */
export function closeDecoders(): void {
  if (isOlder(sharp.versions.vips)) {
    throw new Error(`libvips ${sharp.versions.vips} is older than ${oldestVips.join('.')}`);
  }
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: [...allowed] });
  // Children share the processors among themselves; more threads in each gain nothing.
  sharp.concurrency(1);
  sharp.cache(false);
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  const different = oldestVips.findIndex((part, index) => parts[index] !== part);
  return different >= 0 && (parts[different] ?? 0) < (oldestVips[different] ?? 0);
}

/**
 * Prove that the decoders are closed: an SVG and a TIFF are refused, a JPEG is read.
 *
 * @throws Error when they are not
 */
export async function checkDecoders(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'decoders-'));
  try {
    const jpeg = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    // Under the name of an accepted format: the library looks at bytes alone.
    if (await reads(join(folder, 'svg.jpg'), svg)) throw new Error('The decoder reads SVG files');
    if (await reads(join(folder, 'tiff.jpg'), tiff)) throw new Error('The decoder reads TIFF files');
    if (!(await reads(join(folder, 'jpeg.png'), jpeg))) throw new Error('The decoder reads no JPEG files');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>',
);

/** The smallest TIFF: one grey pixel (TIFF 6.0, section 4). */
const tiff = tiffOf([
  [256, 1],
  [257, 1],
  [258, 8],
  [259, 1],
  [262, 1],
  [273, 122],
  [277, 1],
  [278, 1],
  [279, 1],
]);

function tiffOf(entries: readonly (readonly [tag: number, value: number])[]): Buffer {
  const file = Buffer.alloc(8 + 2 + entries.length * 12 + 4 + 1);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 10 + index * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(4, at + 2);
    file.writeUInt32LE(1, at + 4);
    file.writeUInt32LE(value, at + 8);
  }
  return file;
}

async function reads(path: string, content: Buffer): Promise<boolean> {
  await writeFile(path, content);
  return sharp(path)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}
