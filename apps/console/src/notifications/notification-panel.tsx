import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { timeText } from '../language/time.ts';
import { hrefOf, type Notice } from './notices.ts';
import type { LiveNotices } from './use-notices.ts';
import { notificationWords } from './words.ts';

/** The list of notifications. */
export function NotificationPanel({ app, live }: { app: App; live: LiveNotices }) {
  const language = app.language.value;
  const words = notificationWords[language];
  const { unread, list, next } = live.notices;
  const marking = useAction(async (which: readonly string[] | 'all') => {
    await app.client.notifications.markRead(which, { signal: app.signal });
  });
  const older = useAction(() => live.older());
  const problem = live.lost ?? marking.error ?? older.error;
  return (
    <>
      <div class="row apart">
        <h2>{words.title}</h2>
        {unread > 0 && (
          <button type="button" class="plain" disabled={marking.busy} onClick={() => marking.run('all')}>
            {words.markAll}
          </button>
        )}
      </div>
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {problemText(problem, language)}
        </p>
      )}
      {list.length === 0 && <p class="quiet small">{words.empty}</p>}
      <ul>
        {list.map((notice) => (
          <NoticeView key={notice.id} app={app} notice={notice} markRead={() => marking.run([notice.id])} />
        ))}
      </ul>
      {next !== null && list.length > 0 && (
        <button type="button" disabled={older.busy} onClick={() => older.run()}>
          {words.older}
        </button>
      )}
    </>
  );
}

function NoticeView({ app, notice, markRead }: { app: App; notice: Notice; markRead: () => void }) {
  const language = app.language.value;
  const words = notificationWords[language];
  const { title, body, link, createdAt, readAt } = notice;
  const href = hrefOf(link, location.href);
  const isUnread = readAt === null;
  return (
    <li class={isUnread ? 'notice-item unread' : 'notice-item'}>
      <div>
        <h3>
          {isUnread && (
            <span class="dot">
              <span class="unseen">{words.isUnread}: </span>
            </span>
          )}
          {href === undefined ? (
            title
          ) : (
            <a href={href} target="_blank" rel="noopener noreferrer" onClick={isUnread ? markRead : undefined}>
              {title}
            </a>
          )}
        </h3>
        {body !== null && <p class="small notice-body">{body}</p>}
        <time class="quiet small number" dateTime={createdAt}>
          {timeText(createdAt, language)}
        </time>
      </div>
      {isUnread && (
        <button
          type="button"
          class="plain"
          aria-label={words.markOne(title)}
          title={words.markOne(title)}
          onClick={markRead}
        >
          <Icon name="check" />
        </button>
      )}
    </li>
  );
}
