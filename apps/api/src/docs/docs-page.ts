import { brand, look as sharedLook } from '../http/look.ts';

/** The page at `/docs`: Swagger UI, with everything it loads from this server. */
export const docsPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Jobwire</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/look.css">
<nav>${brand} <a href="/openapi.json">openapi.json</a> <a href="/problems">Errors</a></nav>
<main id="docs"><noscript>This page needs JavaScript; <a href="/openapi.json">the document</a> does not.</noscript></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/initializer.js"></script>
</html>
`;

/** Starts the page. In a file of its own, because the page's policy allows no script inside of it. */
export const initializer = `const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
`;

/** What the page's own style sheet leaves to us: a bar above, and narrow screens. */
export const look = `${sharedLook}
nav { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; max-width: 1460px; margin: 0 auto; padding: .5rem 1.25rem 0 }
.brand { margin-right: auto }
html.dark-mode, html.dark-mode .swagger-ui { background: var(--ground); color: var(--ink) }
@media (max-width: 40rem) {
  .swagger-ui .opblock-summary-description { display: none }
  .swagger-ui table { display: block; overflow-x: auto }
}
`;
