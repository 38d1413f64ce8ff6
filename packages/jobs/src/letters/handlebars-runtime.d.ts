// The library's own declarations of this file are empty. Its runtime is the part that needs no compiler.
declare module 'handlebars/runtime.js' {
  import type Handlebars from 'handlebars';

  const runtime: Pick<typeof Handlebars, 'template' | 'escapeExpression' | 'SafeString'>;
  export default runtime;
}
