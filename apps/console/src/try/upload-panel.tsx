import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { routeTo } from '../frame/route.ts';
import { limitText, typeNames } from './upload-rules.ts';
import { useGivenFiles } from './use-given-files.ts';
import { tryWords } from './words.ts';

/** Takes photos: dropped, pasted or chosen. Each becomes a card. */
export function UploadPanel({ app }: { app: App }) {
  const words = tryWords[app.language.value].upload;
  const { anonymousUploads, upload: rules } = app.settings;
  const allowed = anonymousUploads || app.person.kind !== 'stranger';
  const [asked, setAsked] = useState(false);
  const take = (files: File[]): void => {
    if (allowed) app.uploads.add(files, rules);
    else setAsked(true);
  };
  const over = useGivenFiles(take);
  return (
    <section class="card stack" aria-labelledby="upload-title">
      <h2 id="upload-title">{words.title}</h2>
      {allowed ? (
        <label class={`drop${over ? ' over' : ''}`}>
          <Icon name="upload" />
          <span class="button" aria-hidden="true">
            {words.choose}
          </span>
          <span class="quiet small" aria-hidden="true">
            {words.drop}
          </span>
          <input
            type="file"
            class="unseen"
            multiple
            accept={rules.types.join(',')}
            aria-label={words.choose}
            aria-describedby="upload-rule"
            onChange={({ currentTarget }) => {
              take([...(currentTarget.files ?? [])]);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      ) : (
        <div class={`drop${over || asked ? ' over' : ''}`}>
          <p role={asked ? 'alert' : undefined}>{words.signIn}</p>
          <a class="button primary" href={routeTo('account')}>
            {words.signInLink}
          </a>
        </div>
      )}
      <p class="quiet small" id="upload-rule">
        {words.rule(typeNames(rules), limitText(rules))}
      </p>
    </section>
  );
}
