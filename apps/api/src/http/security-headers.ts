import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** How long browsers come by TLS alone, in seconds: a year (OWASP ASVS 5.0, 3.4.1). */
const strictTransportSeconds = 31_536_000;

/**
 * The headers that every answer has. They are for an API: nothing in an answer is run, framed, embedded or guessed. Pages
 * set the policies that they need instead.
 *
 * @param publicUrl PUBLIC_URL: under TLS, browsers are told never to come without it
 */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: strictTransportSeconds, includeSubDomains: true }
      : false,
  });
}
