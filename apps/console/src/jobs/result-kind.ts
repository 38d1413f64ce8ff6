/** The address of the file that a result is; undefined for others. */
export function fileOf(result: unknown): string | undefined {
  const url = urlOf(result);
  return url !== undefined && /^\/files\/[0-9a-f-]{36}$/.test(url) ? url : undefined;
}

/** The upload whose images a result lists; undefined for others. */
export function uploadOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('derivatives' in result)) return undefined;
  const { derivatives } = result;
  const url = Array.isArray(derivatives) ? urlOf(derivatives[0]) : undefined;
  return url === undefined ? undefined : /^\/uploads\/([0-9a-f-]{36})\//.exec(url)?.[1];
}

function urlOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('url' in value)) return undefined;
  return typeof value.url === 'string' ? value.url : undefined;
}
