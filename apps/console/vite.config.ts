import { defineConfig } from 'vite';

/** The console as static files: one page, one script for everybody, one more for operators. */
export default defineConfig({
  base: './',
  // The client comes from its sources, so that the page needs no other build first.
  resolve: { conditions: ['@jobwire/source', 'module', 'browser', 'import'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // A small picture inside a script or style would need another content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
