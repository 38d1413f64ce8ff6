export { createStorage } from './create-storage.ts';
export { assertSafeKey, derivativeKey, originalKey } from './keys.ts';
export type { ByteRange, Storage, StoredFile, TempFile, TempWriter } from './storage.ts';
