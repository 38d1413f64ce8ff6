import { headerOf, type HeaderReader, type ImageHeader } from './header.ts';

/** Segments before the picture: metadata may be split into many, but not endlessly. */
const maxSegments = 2_000;

/** JPEG: walk the segments to the start of frame (ITU T.81, B.2.2); it lies behind all metadata. */
export const readJpegHeader: HeaderReader = async (read) => {
  let position = 2;
  for (let segment = 0; segment < maxSegments; segment += 1) {
    const bytes = await read(position, 10);
    if (bytes.length < 4 || bytes[0] !== 0xff) return undefined;
    const marker = bytes[1] ?? 0;
    if (marker === 0xff) {
      // A fill byte.
      position += 1;
      continue;
    }
    if (isStartOfFrame(marker)) return frameOf(marker, bytes);
    if (endsHeader(marker)) return undefined;
    position += isAlone(marker) ? 2 : 2 + bytes.readUInt16BE(2);
  }
  return undefined;
};

function frameOf(marker: number, bytes: Buffer): ImageHeader | undefined {
  if (bytes.length < 9) return undefined;
  // The low bits of a frame's marker tell how it is coded; 2 is progressive, whichever entropy coder follows.
  return headerOf(bytes.readUInt16BE(7), bytes.readUInt16BE(5), (marker & 0b11) === 0b10);
}

/** C0 to CF but for the tables DHT (C4), JPG (C8) and DAC (CC). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && (marker === 0xc0 || marker % 4 !== 0);

/** Start of scan or end of image: what comes behind is not a header any more. */
const endsHeader = (marker: number): boolean => marker === 0xda || marker === 0xd9;

/** Markers without a length: TEM, restarts, start of image. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
