import type { Settings } from '@jobwire/client';

import { bytesText } from '../language/time.ts';

/** What the server takes. */
export type UploadRules = Settings['upload'];

/** Why a file is not worth sending. */
export type Refusal = 'empty' | 'large' | 'heic' | 'type';

/**
 * Look at a file before a byte of it is sent. The server decides by the bytes: a file whose type the browser does not know
 * is sent.
 */
export function refusalOf(file: Pick<File, 'name' | 'size' | 'type'>, rules: UploadRules): Refusal | undefined {
  if (/\.hei[cf]$/i.test(file.name) || file.type.startsWith('image/hei')) return 'heic';
  if (file.type !== '' && !rules.types.some((type) => type === file.type)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > rules.maxBytes ? 'large' : undefined;
}

/** The accepted types as people call them: `JPEG, PNG, WebP`. */
export function typeNames({ types }: UploadRules): string {
  return types.map((type) => type.replace('image/', '').toUpperCase().replace('WEBP', 'WebP')).join(', ');
}

/** The largest size as people call it: 20 MB is 20 × 1,048,576 bytes, as in the documents. */
export function limitText({ maxBytes }: UploadRules): string {
  const whole = maxBytes / 1_048_576;
  return whole >= 1 ? `${Math.floor(whole * 10) / 10} MB` : bytesText(maxBytes);
}
