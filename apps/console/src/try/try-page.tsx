import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { CardList } from './card-list.tsx';
import { RegisterForm } from './register-form.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { tryWords } from './words.ts';

/** Register, upload, and watch both. */
export function TryPage({ app }: { app: App }) {
  const words = tryWords[app.language.value];
  useTitle('Jobwire');
  return (
    <div class="stack">
      <div>
        <h1>{words.title}</h1>
        <p class="quiet">{words.about}</p>
      </div>
      <div class="columns">
        <div class="stack">
          <RegisterForm app={app} />
          <UploadPanel app={app} />
        </div>
        <CardList app={app} />
      </div>
    </div>
  );
}
