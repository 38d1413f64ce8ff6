import { z } from 'zod';

/** True for the origin of a web page as browsers write it: scheme, host and port, nothing else. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** The rule of CORS_ORIGINS. There is no wildcard: whoever is listed may act with what the visitor's browser holds. */
export const origins = z.array(z.string()).superRefine((entries, context) => {
  for (const entry of entries) {
    if (!isOrigin(entry)) context.addIssue(`"${entry}" must be an origin like https://app.example, without a path`);
  }
});
