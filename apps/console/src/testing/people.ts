import { eventually } from '@jobwire/testing';
import { z } from 'zod';

import type { Tab } from './browser.ts';
import type { StartedSystem } from './started-system.ts';

const list = z.object({
  messages: z.array(z.object({ ID: z.string(), To: z.array(z.object({ Address: z.string() })) })),
});
const mail = z.object({ Subject: z.string(), Text: z.string(), HTML: z.string() });

/** The newest mail to an address, once it is in the inbox. */
export function mailTo(system: StartedSystem, address: string): Promise<z.output<typeof mail>> {
  return eventually(async () => {
    const { messages } = list.parse(await jsonOf(`${system.inbox}/api/v1/messages`));
    const found = messages.find(({ To }) => To.some(({ Address }) => Address === address));
    if (!found) throw new Error(`No mail to ${address} yet`);
    return mail.parse(await jsonOf(`${system.inbox}/api/v1/message/${found.ID}`));
  });
}

/** Register somebody in the page, and sign the tab in by the link of the mail. */
export async function registerAndSignIn(system: StartedSystem, tab: Tab, email: string, name: string): Promise<void> {
  const { page } = tab;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Register' }).click();
  const { Text } = await mailTo(system, email);
  const link = /https?:\/\/\S+verify\?token=\S+/.exec(Text)?.[0] ?? '';
  await page.goto(link);
  await page.getByRole('button').click();
  await page.waitForLoadState();
  await page.goto(system.url);
}

async function jsonOf(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}
