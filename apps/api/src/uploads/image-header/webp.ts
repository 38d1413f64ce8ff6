import { headerOf, type HeaderReader, type ImageHeader } from './header.ts';

/** WebP: the first chunk says which of the three layouts it is (RFC 9649, 2.5 to 2.7). */
export const readWebpHeader: HeaderReader = async (read) => {
  const bytes = await read(12, 18);
  if (bytes.length < 18) return undefined;
  return layouts[bytes.toString('latin1', 0, 4)]?.(bytes.subarray(8));
};

const layouts: Record<string, (data: Buffer) => ImageHeader | undefined> = {
  // Lossy: a start code, then two numbers of 14 bits whose upper bits are a scale.
  'VP8 ': (data) =>
    data.readUIntBE(3, 3) === 0x9d012a
      ? headerOf(data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff)
      : undefined,
  // Lossless: a signature, then two numbers of 14 bits, less one.
  VP8L: (data) => {
    if (data[0] !== 0x2f) return undefined;
    const bits = data.readUInt32LE(1);
    return headerOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  },
  // Extended: the canvas, two numbers of 24 bits, less one.
  VP8X: (data) => headerOf(data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1),
};
