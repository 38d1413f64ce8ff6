import { findProgram } from '@jobwire/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A browser that is on this machine; undefined when there is none. */
export const browserProgram =
  process.env['CHROMIUM'] ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean);

/** How long a page may take for anything, in milliseconds: only to end what hangs. */
const patienceMs = 180_000;

/** A tab, with everything that went wrong in it. */
export interface Tab {
  page: Page;
  /** Errors that it logged or threw, and reports of its content security policy. */
  wrong: string[];
  /** Every value that each progress bar has shown, by the bar's label, in order. */
  shown(): Promise<Record<string, number[]>>;
  close(): Promise<void>;
}

/** Start the browser. It runs without a sandbox of its own, which needs rights that containers and root lack. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserProgram ?? '', args: ['--no-sandbox'] });
}

/** Open a page in a tab with storage of its own. */
export async function openTab(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(patienceMs);
  return tabOf(await context.newPage(), url);
}

/** Open a page in another tab of the same person. */
export async function openBeside(tab: Tab, url: string): Promise<Tab> {
  return tabOf(await tab.page.context().newPage(), url);
}

async function tabOf(page: Page, url: string): Promise<Tab> {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.addInitScript(noteBars);
  await page.goto(url);
  return { page, wrong, shown: () => page.evaluate('window.shownBars'), close: () => page.context().close() };
}

/** Runs in the page: notes what bars show, and turns reports of the policy into errors that are seen above. */
const noteBars = `
  window.shownBars = {};
  document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  const note = (bar) => {
    const values = (window.shownBars[bar.getAttribute('aria-label')] ??= []);
    const value = Number(bar.getAttribute('aria-valuenow'));
    if (values.at(-1) !== value) values.push(value);
  };
  new MutationObserver(() => document.querySelectorAll('[role=progressbar]').forEach(note))
    .observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
`;
