import { flag } from './config-rules.ts';
import { rate } from './rates.ts';

/** How often somebody may ask: a part of the list in `config.ts`. */
export const rateVariables = {
  RATE_LIMITS: {
    schema: flag.default(true),
    about: 'off lifts the rate limits and the socket caps for load tests; refused in production.',
    default: 'on',
  },
  RATE_ACCOUNTS_PER_IP: {
    schema: rate.prefault('20/m'),
    about: 'Calls of one address to each of /register, /sign-in, /verify and /refresh, as `<n>/s`, `/m` or `/h`.',
    default: '20/m',
  },
  RATE_UPLOADS_PER_IP: {
    schema: rate.prefault('30/m'),
    about: 'Uploads of one address, as `<n>/s`, `/m` or `/h`.',
    default: '30/m',
  },
  RATE_REQUESTS_PER_IP: {
    schema: rate.prefault('600/m'),
    about: 'Other requests of one address without a valid token, as `<n>/s`, `/m` or `/h`.',
    default: '600/m',
  },
  RATE_REQUESTS_PER_CALLER: {
    schema: rate.prefault('1200/m'),
    about: 'Other requests of one signed-in user or API key, as `<n>/s`, `/m` or `/h`.',
    default: '1200/m',
  },
};
