import type { Upload } from '@jobwire/client';
import { thumbHashToDataURL } from 'thumbhash';

type Size = NonNullable<Upload['derivatives']>[number];

/** An uploaded image as its card shows it. */
export interface Photo {
  /** From the smallest to the largest. */
  sizes: readonly Size[];
  /** Of the original; undefined while it is not known. */
  width: number | undefined;
  height: number | undefined;
  bytes: number | undefined;
  /** A blurred picture of a few bytes, as a data: address. */
  placeholder: string | undefined;
}

/** Read what the server says of an upload; undefined as long as there are no sizes. */
export function photoOf(upload: Upload): Photo | undefined {
  const sizes = (upload.derivatives ?? []).toSorted((one, other) => placeOf(one) - placeOf(other));
  if (sizes.length === 0) return undefined;
  const { thumbhash } = upload;
  return {
    sizes,
    width: numberOf(upload['width']),
    height: numberOf(upload['height']),
    bytes: numberOf(upload['bytes']),
    placeholder: typeof thumbhash === 'string' ? placeholderOf(thumbhash) : undefined,
  };
}

/** By name, because a small image is never enlarged: all its sizes are the same then. */
function placeOf({ preset }: Size): number {
  const place = ['thumb', 'medium', 'large'].indexOf(preset);
  return place < 0 ? Infinity : place;
}

/** How much smaller the largest size is than the original, in whole percent; undefined where it is not smaller. */
export function savedPercent({ sizes, bytes }: Photo): number | undefined {
  const largest = sizes.at(-1);
  if (!largest || bytes === undefined || bytes <= largest.bytes) return undefined;
  return Math.floor(100 * (1 - largest.bytes / bytes));
}

/** The sizes as `srcset` lists them, each width once. */
export function srcsetOf({ sizes }: Photo): string {
  const widths = new Map(sizes.toReversed().map(({ url, width }) => [width, url]));
  return [...widths].map(([width, url]) => `${url} ${width}w`).join(', ');
}

/** A thumbhash in base64 as a picture; none where it cannot be read. */
function placeholderOf(thumbhash: string): string | undefined {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0)));
  } catch {
    // Only a decoration: the photo itself follows.
    return undefined;
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
