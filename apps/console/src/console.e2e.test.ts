import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jobwire/testing';
import type { Browser, BrowserContextOptions } from 'playwright-core';

import { barriers } from './testing/accessibility.ts';
import { browserProgram, openBeside, openTab, startBrowser, type Tab } from './testing/browser.ts';
import { mailTo, registerAndSignIn } from './testing/people.ts';
import { makePhotos } from './testing/photos.ts';
import { startSystem, type StartedSystem } from './testing/started-system.ts';

/** Where there is no browser there is nothing to look with. */
const withBrowser = browserProgram === undefined ? describe.skip : describe;
if (browserProgram === undefined) {
  process.stdout.write(
    'The tests of the console are skipped: there is no chromium (Debian: apt-get install chromium).\n',
  );
}

withBrowser('the console that npm start starts', () => {
  let system: StartedSystem;
  let browser: Browser;
  const tabs: Tab[] = [];
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ ADMIN_EMAILS: 'operator@example.com' }), startBrowser()]);
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  const open = async (options: BrowserContextOptions = {}): Promise<Tab> => {
    const tab = await openTab(browser, system.url, options);
    tabs.push(tab);
    return tab;
  };
  /** Wait until so many cards say that their jobs have succeeded. */
  const succeeded = async ({ page }: Tab, count = 1): Promise<void> => {
    await page
      .getByRole('article')
      .filter({ hasText: 'Succeeded' })
      .nth(count - 1)
      .waitFor();
  };

  it('registers somebody, shows the job to its end, and the mail is in the inbox', async () => {
    const tab = await open();
    await tab.page.getByLabel('E-mail address').fill('ada@example.com');
    await tab.page.getByLabel('Name').fill('Ada');
    await tab.page.getByRole('button', { name: 'Register' }).click();
    await succeeded(tab);
    expect((await mailTo(system, 'ada@example.com')).Text).toContain('Ada');
    expect(tab.wrong).toEqual([]);
  });

  it('says next to the field what is wrong with it, and keeps what was typed', async () => {
    const { page } = await open();
    await page.getByLabel('E-mail address').fill('nobody');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('alert').waitFor();
    const field = page.getByLabel('E-mail address');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe('nobody');
  });

  it('uploads photos: bars go through values between, never back, and the thumbnails are pictures', async () => {
    const tab = await open();
    const photos = await makePhotos(tab.page, ['one.jpg', 'two.jpg', 'three.jpg']);
    await tab.page.locator('input[type=file]').setInputFiles(photos);
    await succeeded(tab, 3);
    const bars = Object.values(await tab.shown());
    for (const values of bars) expect(values).toEqual(values.toSorted((one, other) => one - other));
    expect(bars.flat().filter((value) => value > 0 && value < 100).length).toBeGreaterThan(3);
    const widths = await eventuallyLoaded(tab);
    expect(widths.length).toBeGreaterThanOrEqual(3);
    expect(tab.wrong).toEqual([]);
  });

  it('goes on where it was when the server is killed in the middle and comes back', async () => {
    const tab = await open();
    const photos = await makePhotos(tab.page, ['left.jpg', 'right.jpg']);
    await tab.page.locator('input[type=file]').setInputFiles(photos);
    await tab.page.getByRole('article').nth(1).waitFor();
    await eventually(async () => {
      expect(await tab.page.evaluate('localStorage.getItem("jobwire.jobs")?.split("uploadId").length')).toBe(3);
    });
    await system.restart();
    await succeeded(tab, 2);
    expect((await eventuallyLoaded(tab)).length).toBeGreaterThanOrEqual(2);
  });

  it('gets everything by server-sent events where sockets are blocked', async () => {
    const tab = await open();
    await tab.page.routeWebSocket(/\/ws$/, (socket) => socket.close({ code: 1011 }));
    await tab.page.getByLabel('E-mail address').fill('grace@example.com');
    await tab.page.getByRole('button', { name: 'Register' }).click();
    await succeeded(tab);
    expect(await tab.shown()).toEqual({ 'grace@example.com': expect.arrayContaining([100]) });
  });

  it('speaks Chinese to a browser that asks for it, and English after the switch', async () => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.getByRole('heading', { name: '亲眼看它运行' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    await page.getByLabel('账户与显示').click();
    await page.getByLabel('语言').selectOption('en');
    await page.getByRole('heading', { name: 'See it work' }).waitFor();
  });

  it('lets two people talk in a room, and shows each what the other says at once', async () => {
    const [ada, bob] = [await open(), await open()];
    await registerAndSignIn(system, ada, 'ada.room@example.com', 'Ada');
    await registerAndSignIn(system, bob, 'bob.room@example.com', 'Bob');
    for (const { page } of [ada, bob]) await page.goto(`${system.url}/#/rooms/lobby`);
    const say = async ({ page }: Tab, text: string): Promise<void> => {
      await page.getByRole('main').getByRole('textbox').fill(text);
      await page.keyboard.press('Enter');
    };
    await say(ada, 'Hello Bob');
    await bob.page.getByRole('log').getByText('Hello Bob').waitFor();
    await say(bob, '<b>Hello</b> Ada');
    await ada.page.getByRole('log').getByText('<b>Hello</b> Ada').waitFor();
    expect([...ada.wrong, ...bob.wrong]).toEqual([]);
  });

  it('shows an operator the queues, and tells a user in all of their tabs', async () => {
    const [operator, user] = [await open(), await open()];
    await registerAndSignIn(system, operator, 'operator@example.com', 'Olga');
    await registerAndSignIn(system, user, 'user@example.com', 'Uma');
    const beside = await openBeside(user, `${system.url}/#/jobs`);
    await tellAs(operator, { email: 'user@example.com', title: 'Look here' });
    for (const { page } of [user, beside])
      await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
    await user.page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await user.page.getByRole('button', { name: 'Mark all as read' }).click();
    await beside.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    await operator.page.getByRole('link', { name: 'Operators' }).click();
    await operator.page.getByRole('article', { name: 'email.welcome' }).waitFor();
    await operator.page.getByRole('img').first().waitFor();
    expect(await barriers(operator.page)).toEqual([]);
    expect([...operator.wrong, ...user.wrong, ...beside.wrong]).toEqual([]);
  });

  it('draws the life of a job, and opens it again by its address', async () => {
    const tab = await open();
    await tab.page.getByLabel('E-mail address').fill('line@example.com');
    await tab.page.getByRole('button', { name: 'Register' }).click();
    await succeeded(tab);
    await tab.page.getByRole('article').getByRole('link').first().click();
    await tab.page.getByRole('group', { name: 'Timeline' }).locator('svg').first().waitFor();
    await tab.page.reload();
    await tab.page.getByText('job.succeeded').first().waitFor();
    expect(await barriers(tab.page)).toEqual([]);
    expect(tab.wrong).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no barriers on any page (%s)', async (colorScheme) => {
    const tab = await open({ colorScheme });
    await registerAndSignIn(system, tab, `${colorScheme}@example.com`, 'Edith');
    for (const place of ['', 'jobs', 'rooms', 'rooms/lobby', 'account']) {
      await tab.page.goto(`${system.url}/#/${place}`);
      await tab.page.getByRole('main').getByRole('heading').first().waitFor();
      expect({ place, barriers: await barriers(tab.page) }).toEqual({ place, barriers: [] });
    }
    expect(tab.wrong).toEqual([]);
  });
});

/** Send a notification as the person of a tab, by the session that its browser has. */
async function tellAs({ page }: Tab, notification: object): Promise<void> {
  const status = await page.evaluate(
    `(async () => {
      const { accessToken } = await (await fetch('/refresh', { method: 'POST' })).json();
      const headers = { authorization: 'Bearer ' + accessToken, 'content-type': 'application/json' };
      const body = ${JSON.stringify(JSON.stringify(notification))};
      return (await fetch('/notifications', { method: 'POST', headers, body })).status;
    })()`,
  );
  expect(status).toBe(201);
}

/**
 * The widths of the pictures of all cards, once they are all there. Asked by the debugger again and again: a page whose policy
 * forbids code made of text cannot wait for a condition by itself.
 */
function eventuallyLoaded({ page }: Tab): Promise<number[]> {
  return eventually(async () => {
    const widths: number[] = await page.evaluate(
      'Array.from(document.querySelectorAll("article img")).map((each) => (each.complete ? each.naturalWidth : 0))',
    );
    if (widths.length === 0 || widths.includes(0)) throw new Error(`Widths so far: ${widths.join()}`);
    return widths;
  });
}
