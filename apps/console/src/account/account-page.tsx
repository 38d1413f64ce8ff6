import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { timeText } from '../language/time.ts';
import { accountPageWords } from './account-words.ts';
import { DeleteAccount } from './delete-account.tsx';
import { userOf } from './person.ts';
import { Sessions } from './sessions.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Who is signed in and where; strangers sign in here. */
export function AccountPage({ app }: { app: App }) {
  const language = app.language.value;
  const words = accountPageWords[language];
  return app.person.kind === 'stranger' ? <SignInPage app={app} /> : <SignedIn app={app} words={words} />;
}

function SignedIn({ app, words }: { app: App; words: (typeof accountPageWords)['en'] }) {
  const language = app.language.value;
  const user = userOf(app.person);
  useTitle(words.title);
  const facts = user && [
    [words.email, user.email],
    ...(user.name === null ? [] : [[words.name, user.name]]),
    [words.role, words.roles[user.role]],
    [words.since, timeText(user.createdAt, language)],
    ...(user.lastSignInAt === null ? [] : [[words.lastSignIn, timeText(user.lastSignInAt, language)]]),
  ];
  return (
    <div class="stack account">
      <h1>{words.title}</h1>
      <section class="card stack">
        {facts ? (
          <dl class="facts">
            {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}.`}>{value}</dd>])}
          </dl>
        ) : (
          <p>{words.byLink}</p>
        )}
        <div>
          <button type="button" onClick={() => void app.signOut()}>
            {words.signOut}
          </button>
        </div>
      </section>
      {user && <Sessions app={app} />}
      {user && <DeleteAccount app={app} email={user.email} />}
    </div>
  );
}
