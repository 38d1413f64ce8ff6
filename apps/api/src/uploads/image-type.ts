import { appError, type ErrorCode } from '@jobwire/runtime';
import { fileTypeFromBuffer } from 'file-type';

/** The image types that are accepted. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

/** A type that is accepted. */
export type ImageType = (typeof imageTypes)[number];

/** So many first bytes are enough to tell the type (file-type, README: `sampleSize`). */
export const sniffedBytes = 4_100;

/**
 * Tell an image's type from its first bytes; the file's name is never looked at.
 *
 * @param declared the content type that came with the file
 * @throws AppError UNSUPPORTED_TYPE, HEIC_UNSUPPORTED, TYPE_MISMATCH
 */
export async function imageTypeOf(head: Buffer, declared: string | undefined): Promise<ImageType> {
  const found = await sniff(head);
  const type = imageTypes.find((accepted) => accepted === found);
  if (!type) throw appError(refusalOf(found), { detail: hints[refusalOf(found)] ?? '' });
  if (declared && !agrees(declared.toLowerCase(), type)) {
    throw appError('TYPE_MISMATCH', { detail: `The file is ${type}, but was declared as ${declared.slice(0, 64)}` });
  }
  return type;
}

const hints: Partial<Record<ErrorCode, string>> = {
  HEIC_UNSUPPORTED: 'HEIC photos cannot be read. On the phone, choose "Most Compatible" or share the photo as JPEG',
  UNSUPPORTED_TYPE: 'Send a JPEG, PNG, WebP, GIF or AVIF image',
};

async function sniff(head: Buffer): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  // An animated PNG is a PNG whose first frame every decoder shows.
  if (found === 'image/apng') return 'image/png';
  if (found?.startsWith('image/hei') && brandsOf(head).some((brand) => brand === 'avif' || brand === 'avis')) {
    return 'image/avif';
  }
  return found;
}

/** The brands of a `ftyp` box (ISO/IEC 14496-12, 4.3): AVIF and HEIC share everything else of the format. */
function brandsOf(head: Buffer): string[] {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const count = Math.max(0, Math.floor((end - 8) / 4));
  return Array.from({ length: count }, (_, index) => head.toString('latin1', 8 + index * 4, 12 + index * 4));
}

function refusalOf(found: string | undefined): 'HEIC_UNSUPPORTED' | 'UNSUPPORTED_TYPE' {
  return found?.startsWith('image/hei') ? 'HEIC_UNSUPPORTED' : 'UNSUPPORTED_TYPE';
}

/** What says nothing: no type at all, which the form's parser reports as text/plain (RFC 7578, 4.4). */
const undeclared = ['application/octet-stream', 'text/plain'];

function agrees(declared: string, type: ImageType): boolean {
  return declared === type || undeclared.includes(declared) || (declared === 'image/jpg' && type === 'image/jpeg');
}
