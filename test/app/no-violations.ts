import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The levels A and AA of the Web Content Accessibility Guidelines 2.2, rules that say what is wrong and not what is usual. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @param within a selector of what has changed since the rest was looked at */
export const expectNoViolations = async (page: Page, within = 'html'): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).include(within).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
};
