import { expect, test } from './fixtures.ts';
import { askMadeUp } from './made-up-prompt.ts';
import { expectNoViolations } from './no-violations.ts';
import { choose, turnTo } from './person.ts';

/** Names, roles and contrast of dialogs that the person seldom sees. */

for (const theme of ['light', 'dark'] as const) {
  test(`rules for files that are there already, ${theme}`, async ({ app, page }) => {
    // Several looks at all there is.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await page.getByRole('button', { name: 'Preferences' }).click();
    const preferences = page.getByRole('dialog', { name: 'Preferences' });
    await turnTo(preferences, 'Existing files');
    await expectNoViolations(page, '[role="dialog"]');
    const add = preferences.getByRole('button', { name: 'Add rule' });
    // More than are in sight at a time.
    for (let rules = 0; rules < 8; rules++) await add.click();
    await preferences.getByLabel('Names').fill('*.html; index.*');
    await choose(page, preferences, 'Size of the file to be transferred', 'Larger');
    await choose(page, preferences, 'What to do', 'Overwrite if the contents differ');
    await expectNoViolations(page, '[role="dialog"]');
    await preferences.getByRole('listbox').focus();
    await expectNoViolations(page, '[role="dialog"]');
  });

  test(`what is about to happen when all is over, ${theme}`, async ({ app, page }) => {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    for (const [id, whenDone] of [[1, 'quit'] as const, [2, 'sleep'] as const]) {
      await askMadeUp(app, { id, kind: 'when-done', whenDone, atMs: Date.now() + 3_600_000 });
      const question = page.getByRole('dialog', { name: 'All transfers are over' });
      await expect(question).toHaveAccessibleDescription(/^(Longshore quits|The computer goes to sleep) in/);
      await expectNoViolations(page, '[role="dialog"]');
    }
  });
}
