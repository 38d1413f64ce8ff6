/** The languages that people are addressed in; the first one is used when nothing fits. */
export const locales = ['en', 'zh-CN'] as const;

/** One of the languages. */
export type Locale = (typeof locales)[number];

/**
 * The language of ours that is nearest to a BCP 47 tag: the same tag, else one of the same language (`zh-TW` reads
 * `zh-CN` better than English), else English.
 */
export function nearestLocale(tag: string): Locale {
  const wanted = tag.toLowerCase();
  const language = wanted.split('-')[0];
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.split('-')[0] === language) ??
    locales[0]
  );
}
