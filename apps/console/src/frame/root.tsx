import type { Shell } from '../compose.ts';
import { languages } from '../language/language.ts';
import { Frame } from './frame.tsx';
import { frameWords } from './words.ts';

/** The whole page: the app, or what there is to say until there is one. */
export function Root({ shell }: { shell: Shell }) {
  const app = shell.app.value;
  if (app) return <Frame app={app} />;
  // Nothing is known yet, the language neither: that of the document is the best guess.
  const language = languages.find((known) => known === document.documentElement.lang) ?? 'en';
  const words = frameWords[language];
  if (shell.failure.value === undefined) {
    return (
      <main class="page">
        <p role="status">{words.opening}</p>
      </main>
    );
  }
  return (
    <main class="page stack">
      <h1>Jobwire</h1>
      <p role="alert">{words.unopened}</p>
      <div>
        <button type="button" class="primary" onClick={() => void shell.open()}>
          {words.again}
        </button>
      </div>
    </main>
  );
}
