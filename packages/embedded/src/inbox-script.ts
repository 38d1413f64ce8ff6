/** The page's script, served as a file: the policy of the page allows no inline script. */
export const inboxScript = `
const list = document.getElementById('mails');
const count = document.getElementById('count');
const clear = document.getElementById('clear');
let newest = undefined;

function localTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    const today = date.toDateString() === new Date().toDateString();
    time.textContent = today ? date.toLocaleTimeString() : date.toLocaleString();
  }
}

async function refresh() {
  if (document.hidden) return;
  const { messages, total } = await (await fetch('/api/v1/messages?limit=1')).json();
  const state = total + ':' + (messages[0]?.ID ?? '');
  const changed = newest !== undefined && newest !== state;
  newest = state;
  clear.hidden = total === 0;
  if (!changed) return;
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname + location.search)).text(), 'text/html');
  list.replaceChildren(...page.getElementById('mails').childNodes);
  count.textContent = page.getElementById('count').textContent;
  // A mail that is being read stays as it is.
  if (location.pathname === '/') document.querySelector('main').replaceChildren(...page.querySelector('main').childNodes);
  localTimes(document);
}

clear.addEventListener('click', async () => {
  await fetch('/api/v1/messages', { method: 'DELETE' });
  location.assign('/');
});
localTimes(document);
refresh();
// A stopped inbox is no error of the page: the next look may find it again.
setInterval(() => refresh().catch(() => undefined), 2000);
`;
