import type { Locale } from '@jobwire/runtime';

/** A template as `npm run generate` compiles it: functions and facts that only the template engine's runtime reads. */
export type CompiledTemplate = Readonly<Record<string, unknown>>;

/** A letter in all languages. */
export type CompiledLetter = Readonly<Record<Locale, Readonly<Record<'subject' | 'text' | 'html', CompiledTemplate>>>>;

/** What the HTML parts share, by name. */
export type CompiledPartials = Readonly<Record<string, CompiledTemplate>>;
