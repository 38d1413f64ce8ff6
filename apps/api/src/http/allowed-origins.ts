import type { Config } from '@jobwire/runtime';

/** The variables that decide whose pages are let in. */
export type OriginConfig = Pick<Config, 'NODE_ENV' | 'PUBLIC_URL' | 'CORS_ORIGINS'>;

/** Tell whether pages of an origin, as `Origin` names it, may use the API. */
export type OriginCheck = (origin: string) => boolean;

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Make the check: PUBLIC_URL's origin, CORS_ORIGINS, and in development every page of this machine. Whole origins are
 * compared, so that no prefix, suffix or subdomain of a good one is good. `null` never is.
 */
export function createOriginCheck({ NODE_ENV, PUBLIC_URL, CORS_ORIGINS }: OriginConfig): OriginCheck {
  const allowed = new Set([PUBLIC_URL, ...CORS_ORIGINS].flatMap((text) => originOf(text) ?? []));
  return (origin) => {
    const canonical = originOf(origin);
    if (canonical === undefined) return false;
    return allowed.has(canonical) || (NODE_ENV === 'development' && localHosts.has(new URL(origin).hostname));
  };
}

function originOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
