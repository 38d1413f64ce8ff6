import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { languages } from '../language/language.ts';
import { routeTo } from './route.ts';
import { themes } from './theme.ts';
import { frameWords } from './words.ts';

const names = { en: 'English', 'zh-CN': '简体中文' } as const;

/** Who is signed in, and how the page looks. */
export function Menu({ app }: { app: App }) {
  const { language, theme, person } = app;
  const words = frameWords[language.value];
  const user = userOf(person);
  return (
    <details class="menu" onKeyDown={closeOnEscape} onFocusOut={closeWhenLeft}>
      <summary aria-label={words.menu} title={words.menu}>
        <Icon name="menu" />
      </summary>
      <div class="menu-body stack tight">
        {person.kind === 'stranger' ? (
          <a class="button primary" href={routeTo('account')}>
            {words.signIn}
          </a>
        ) : (
          <>
            <a class="small" href={routeTo('account')}>
              {user ? words.signedInAs(user.name ?? user.email) : words.byLink}
            </a>
            <button type="button" onClick={() => void app.signOut()}>
              {words.signOut}
            </button>
          </>
        )}
        <label class="field">
          <span>{words.language}</span>
          <select
            value={language.value}
            onChange={(event) => {
              const chosen = languages.find((known) => known === event.currentTarget.value);
              if (chosen) language.value = chosen;
            }}
          >
            {languages.map((known) => (
              <option key={known} value={known} lang={known}>
                {names[known]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.theme}</span>
          <select
            value={theme.value}
            onChange={(event) => {
              const chosen = themes.find((known) => known === event.currentTarget.value);
              if (chosen) theme.value = chosen;
            }}
          >
            {themes.map((known) => (
              <option key={known} value={known}>
                {words.themes[known]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent & { currentTarget: HTMLDetailsElement }): void {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}

function closeWhenLeft(event: FocusEvent & { currentTarget: HTMLDetailsElement }): void {
  if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) {
    event.currentTarget.open = false;
  }
}
