/** The page's script, served as a file: the policy of the page allows no inline script. */
export const inboxScript = `
const byId = (id) => document.getElementById(id);
const field = document.querySelector('input[type=search]');
/** Between two looks for new mails, and how long a pause of typing is a query, in milliseconds. */
const lookMs = 2000, typingMs = 200;
let newest, typing;

function localTimes() {
  const today = new Date().toDateString();
  for (const time of document.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    const inList = time.closest('li') !== null;
    time.title = date.toLocaleString(document.documentElement.lang, { dateStyle: 'full', timeStyle: 'medium' });
    time.textContent = date.toDateString() === today && inList
      ? date.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
      : date.toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  }
}

// Whoever is in the list with the keyboard stays where they are.
function replaceList(page) {
  const focused = document.activeElement?.closest('#mails a')?.getAttribute('href');
  byId('mails').replaceChildren(...page.getElementById('mails').childNodes);
  if (focused) byId('mails').querySelector('a[href="' + CSS.escape(focused) + '"]')?.focus({ preventScroll: true });
}

async function show(address) {
  const answer = await fetch(address, { headers: { 'Accept-Language': document.documentElement.lang } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  replaceList(page);
  for (const id of ['count', 'delete']) byId(id).replaceChildren(...page.getElementById(id).childNodes);
  byId('delete').hidden = page.getElementById('delete').hidden;
  // A mail that is being read stays as it is.
  if (document.body.className === 'choosing') byId('mail').replaceChildren(...page.getElementById('mail').childNodes);
  localTimes();
}

async function look() {
  if (document.hidden) return;
  const { messages, total } = await (await fetch('/api/v1/messages?limit=1')).json();
  const state = total + ':' + (messages[0]?.ID ?? '');
  const changed = newest !== undefined && newest !== state;
  newest = state;
  if (changed) await show(location.href);
}

field.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const address = new URL(location.href);
    if (!address.pathname.startsWith('/view/')) address.pathname = field.value ? '/search' : '/';
    if (field.value) address.searchParams.set('q', field.value);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    show(address).catch(() => undefined);
  }, typingMs);
});
// Delegated, because what is inside changes with the number of mails.
byId('delete').addEventListener('click', async ({ target }) => {
  if (!target.closest('button')) return;
  await fetch('/api/v1/messages', { method: 'DELETE' });
  location.assign('/');
});
document.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
localTimes();
// A stopped inbox is no error of the page: the next look may find it again.
const lookAgain = () => look().catch(() => undefined);
lookAgain();
setInterval(lookAgain, lookMs);
document.addEventListener('visibilitychange', lookAgain);
`;
