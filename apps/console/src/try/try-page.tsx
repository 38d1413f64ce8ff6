import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { JobCard } from './job-card.tsx';
import { RegisterForm } from './register-form.tsx';
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
        <RegisterForm app={app} />
        <div class="stack">
          {app.kept.all.value.map((kept) => (
            <JobCard key={kept.id} app={app} kept={kept} />
          ))}
        </div>
      </div>
    </div>
  );
}
