import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

/**
 * Refuse a request that another site's page made the browser send: its `Origin` must be PUBLIC_URL's, the host that the
 * request itself was sent to, or one of `further`.
 *
 * @param further origins that are trusted too, e.g. CORS_ORIGINS
 * @throws AppError FORBIDDEN, also without an `Origin`, which browsers always send with a form
 */
export function requireOwnOrigin(request: Request, publicUrl: string, further: readonly string[] = []): void {
  const origin = request.get('origin') ?? '';
  if (URL.canParse(origin)) {
    const { origin: canonical, host } = new URL(origin);
    if (host === request.get('host')) return;
    if ([publicUrl, ...further].some((trusted) => originOf(trusted) === canonical)) return;
  }
  throw appError('FORBIDDEN', { detail: 'This was sent by a page of another site' });
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
