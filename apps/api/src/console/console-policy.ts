/**
 * What the console's page may do: run, show and call what comes from this server, and nothing inline. Pictures that are
 * drawn here (placeholders as `data:`, a chosen file as `blob:`) are pictures too; `'self'` covers the socket
 * (CSP 3, "Does url match expression in origin": `ws` and `wss` of the same host match).
 */
export const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
