import { effect, signal } from '@preact/signals';

/** The languages of the console. */
export const languages = ['en', 'zh-CN'] as const;

/** A language of the console. */
export type Language = (typeof languages)[number];

/** The same words in every language: a missing one does not compile. */
export type Words<Text> = Readonly<Record<Language, Text>>;

/** The language that is shown; set it to switch. */
export interface LanguageChoice {
  value: Language;
}

/** What browsers say and keep. */
export interface LanguageMemory {
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** As `navigator.languages`: the best first. */
  preferred: readonly string[];
  document: { documentElement: { lang: string } };
}

const kept = 'jobwire.language';

/** The language that was chosen here before, else the first of the browser's that the console speaks, else English. */
export function createLanguage({ storage, preferred, document }: LanguageMemory): LanguageChoice {
  const before = languages.find((language) => language === storage.getItem(kept));
  const language = signal<Language>(before ?? preferred.map(languageOf).find((found) => found !== undefined) ?? 'en');
  effect(() => {
    document.documentElement.lang = language.value;
  });
  return {
    get value() {
      return language.value;
    },
    set value(next) {
      storage.setItem(kept, next);
      language.value = next;
    },
  };
}

function languageOf(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : undefined;
}
