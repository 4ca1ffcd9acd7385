import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Rules whose answer depends on the colours: of a page that was looked at in one scheme, all that another can change. */
export const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page, each with the first elements that have it; looks at `only` these rules where they are named. */
export async function barriers(page: Page, only?: readonly string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // In the page itself, since no frame of ours is a stranger's; and what passes is not described, which took most of the time.
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(only ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: true } } }),
    })
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' | ')}`,
  );
}
