import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Read the secret key of a data folder; the first call makes it, readable by its owner only. 43 characters, 256 bits.
 */
export function keptSecretKey(folder: string): string {
  const file = join(folder, 'secret-key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secretKey = randomBytes(32).toString('base64url');
  // Renamed into place: a stop in the middle must not leave half a key behind.
  writeFileSync(`${file}.new`, `${secretKey}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secretKey;
}
