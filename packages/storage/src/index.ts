export { createStorage } from './create-storage.ts';
export { assertSafeKey, derivativeKey, fileKey, originalKey } from './keys.ts';
export type { ByteRange, Storage, StoredFile, TempFile, TempWriter } from './storage.ts';
