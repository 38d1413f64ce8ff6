import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

/**
 * Refuse a request that another site's page made the browser send: its `Origin` must be PUBLIC_URL's, or the host that
 * the request itself was sent to.
 *
 * @throws AppError FORBIDDEN, also without an `Origin`, which browsers always send with a form
 */
export function requireOwnOrigin(request: Request, publicUrl: string): void {
  const origin = request.get('origin') ?? '';
  if (origin === new URL(publicUrl).origin) return;
  if (URL.canParse(origin) && new URL(origin).host === request.get('host')) return;
  throw appError('FORBIDDEN', { detail: 'This form was sent by another site' });
}
