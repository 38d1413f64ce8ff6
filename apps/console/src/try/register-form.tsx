import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Field } from '../controls/field.tsx';
import { fieldProblem, problemText } from '../controls/problem-text.ts';
import { textOf } from '../controls/text-of.ts';
import { useAction } from '../controls/use-action.ts';
import { stagesOf } from '../live-job/stages-of.ts';
import { mailLink } from './mail-link.ts';
import { tryWords } from './words.ts';

/** Registers an address; the job that sends the mail becomes a card. */
export function RegisterForm({ app }: { app: App }) {
  const language = app.language.value;
  const words = tryWords[language].register;
  const [registered, setRegistered] = useState<{ email: string; message: string }>();
  const registering = useAction(async (form: HTMLFormElement) => {
    setRegistered(undefined);
    const email = textOf(form, 'email');
    const name = textOf(form, 'name');
    const { message, job, ticket, ticketExpiresAt } = await app.client.register({
      email,
      locale: language,
      ...(name === '' ? {} : { name }),
    });
    app.kept.keep({
      id: job.id,
      name: job.name,
      ticket,
      ticketEndsAt: ticketExpiresAt,
      title: email,
      createdAt: job.createdAt,
      stages: stagesOf(job),
    });
    setRegistered({ email, message });
    form.reset();
  });
  const wrong = { email: fieldProblem(registering.error, '/email'), name: fieldProblem(registering.error, '/name') };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        registering.run(event.currentTarget);
      }}
    >
      <h2>{words.title}</h2>
      <p class="quiet small">{words.about}</p>
      <Field label={words.email} name="email" inputMode="email" autocomplete="email" wrong={wrong.email} />
      <Field label={words.name} name="name" autocomplete="name" wrong={wrong.name} />
      {registering.error !== undefined && !wrong.email && !wrong.name && (
        <p class="notice bad" role="alert">
          {problemText(registering.error, language)}
        </p>
      )}
      <button type="submit" class="primary" disabled={registering.busy}>
        {words.send}
      </button>
      {registered && (
        <div class="notice stack tight" role="status">
          <p>{registered.message}</p>
          <p>{words.next(registered.email)}</p>
          {app.settings.inbox !== null && (
            <p>
              <a href={mailLink(app.settings.inbox, registered.email)} target="_blank" rel="noopener">
                {words.inbox}
              </a>
            </p>
          )}
        </div>
      )}
    </form>
  );
}
