/** What PostgreSQL's `jsonb` refuses (documentation, 8.14): NUL and lone surrogates. Level by level, without recursion. */
export function problemOfJson(payload: unknown): { code: string; message: string } | undefined {
  for (let level: unknown[] = [payload]; level.length > 0; level = level.flatMap(partsOf)) {
    if (level.some((value) => typeof value === 'string' && (value.includes('\0') || /\p{Surrogate}/u.test(value)))) {
      return { code: 'TEXT_INVALID', message: 'Texts must be Unicode without the character U+0000' };
    }
  }
  return undefined;
}

/** A value's members, and its keys, which are texts too. */
function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value).flat() : [];
}
