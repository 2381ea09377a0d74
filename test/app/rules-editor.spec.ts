import { expect, test } from './fixtures.ts';
import { turnTo } from './person.ts';

/** The rules for files that are there already, where the list is longer than its room, and without a mouse. */

test('by keyboard alone: the chosen rule is in sight, and the last one taken out leaves the keyboard somewhere', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Preferences' }).click();
  const preferences = page.getByRole('dialog', { name: 'Preferences' });
  await turnTo(preferences, 'Existing files');
  await page.keyboard.press('Tab');
  const add = preferences.getByRole('button', { name: 'Add rule' });
  await expect(add).toBeFocused();
  for (let made = 0; made < 12; made++) await page.keyboard.press('Enter');
  const rules = preferences.getByRole('option');
  await expect(rules).toHaveCount(12);
  await expect(rules.last()).toBeInViewport({ ratio: 0.9 });

  await page.keyboard.press('Shift+Tab');
  await expect(preferences.getByRole('listbox', { name: 'Rules, in their order' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rules.first()).toBeInViewport({ ratio: 0.9 });
  await expect(rules.last()).not.toBeInViewport();
  for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
  await expect(rules.nth(8)).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('Alt+Home');
  await expect(rules.first()).toHaveAttribute('aria-selected', 'true');
  await expect(rules.first()).toBeInViewport({ ratio: 0.9 });

  for (let left = 12; left > 0; left--) await page.keyboard.press(left % 2 === 0 ? 'Delete' : 'Backspace');
  await expect(preferences.getByText('No rules: you are asked.')).toBeVisible();
  await expect(add).toBeFocused();
});
