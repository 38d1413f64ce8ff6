import { crc32, deflateSync } from 'node:zlib';

/** What a made image claims to be. Its pixels are not there, unless it says otherwise. */
export interface ImageClaim {
  width: number;
  height: number;
  /** Progressive or interlaced. */
  progressive?: boolean;
}

/** A PNG of one colour whose pixels are there, so every decoder reads it; keep it small. */
export function pngImage(width: number, height: number, grey = 128): Buffer {
  const rows = Buffer.alloc((width + 1) * height, grey);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    pngClaim({ width, height }, 0),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first bytes of a PNG of any size, `colour` 0 grey or 2 RGB. */
export function pngClaim({ width, height, progressive = false }: ImageClaim, colour = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, progressive ? 1 : 0], 8);
  const start = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header)]);
  // The chunk behind it is what tells a PNG from an animated one.
  return colour === 2 ? Buffer.concat([start, pngChunk('IDAT', Buffer.alloc(64))]) : start;
}

/** One chunk of a PNG, with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The first bytes of a JPEG of any size; `metadata` bytes of segments lie before its size. */
export function jpegClaim({ width, height, progressive = false }: ImageClaim, metadata = 0): Buffer {
  const segments = [
    Buffer.from('\xff\xd8', 'latin1'),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  ];
  for (let left = metadata; left > 0; left -= 60_000)
    segments.push(segment(0xe2, Buffer.alloc(Math.min(left, 60_000))));
  const frame = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([...segments, segment(progressive ? 0xc2 : 0xc0, frame), Buffer.alloc(64)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The first bytes of a GIF of any size. */
export function gifClaim({ width, height }: ImageClaim): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), screen, Buffer.alloc(64)]);
}

/** The first bytes of an extended WebP of any size. */
export function webpClaim({ width, height }: ImageClaim): Buffer {
  const data = Buffer.alloc(10);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riff('VP8X', data);
}

/** One chunk in the container of a WebP. */
export function riff(type: string, data: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.from(type.padEnd(4), 'latin1'), Buffer.alloc(4), data, Buffer.alloc(64)]);
  chunk.writeUInt32LE(data.length, 4);
  const head = Buffer.concat([Buffer.from('RIFF', 'latin1'), Buffer.alloc(4), Buffer.from('WEBP', 'latin1')]);
  head.writeUInt32LE(chunk.length + 4, 4);
  return Buffer.concat([head, chunk]);
}

/** The first bytes of an AVIF of any size, or of a HEIC with other brands, the major one first. */
export function avifClaim({ width, height }: ImageClaim, brands: readonly string[] = ['avif', 'mif1']): Buffer {
  const [major = 'avif', ...compatible] = brands;
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const tile = Buffer.alloc(12);
  tile.writeUInt32BE(1, 4);
  tile.writeUInt32BE(1, 8);
  return Buffer.concat([
    box('ftyp', Buffer.from(`${major}\0\0\0\0${[major, ...compatible].join('')}`, 'latin1')),
    box(
      'meta',
      Buffer.concat([Buffer.alloc(4), box('iprp', box('ipco', Buffer.concat([box('ispe', size), box('ispe', tile)])))]),
    ),
    Buffer.alloc(64),
  ]);
}

function box(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}
