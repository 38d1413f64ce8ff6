import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const report = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

/**
 * What would stop somebody with a screen reader or a keyboard on this page: the serious and critical findings of axe-core,
 * each with the elements that it is about.
 */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not concern.
  await page.evaluate(axe.source);
  const { violations } = report.parse(await page.evaluate('axe.run()'));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
