import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('carries what structured cloning keeps and JSON loses', async ({ page }) => {
  const kept = await page.evaluate(async () => {
    const columns = { sizes: Float64Array.of(1.5, Number.NaN), when: new Date(0), big: 2n ** 70n, none: undefined };
    const back = (await window.api.invoke('echo', columns)) as typeof columns;
    return [
      back.sizes instanceof Float64Array,
      back.sizes[0],
      Number.isNaN(back.sizes[1]),
      back.when.getTime(),
      String(back.big),
      'none' in back,
    ];
  });
  expect(kept).toEqual([true, 1.5, true, 0, '1180591620717411303424', true]);
});

test('refuses to carry a function', async ({ page }) => {
  const refusal = 'An object could not be cloned';
  await expect(page.evaluate(() => window.api.send('echo', () => {}))).rejects.toThrow(refusal);
  await expect(page.evaluate(() => window.api.invoke('echo', { later: Promise.resolve() }))).rejects.toThrow(refusal);
});

test('answers a failed handler and a missing one with Electron’s words', async ({ page }) => {
  await expect(page.evaluate(() => window.api.invoke('fail'))).rejects.toThrow(
    "Error invoking remote method 'fail': RangeError: too far",
  );
  await expect(page.evaluate(() => window.api.invoke('nobody'))).rejects.toThrow("No handler registered for 'nobody'");
});

test('names the sender’s frame', async ({ page }) => {
  expect(await page.evaluate(() => window.api.invoke('sender'))).toEqual({ isMainFrame: true, url: page.url() });
});

test('delivers messages both ways, and after a reload', async ({ page }) => {
  const roundTrip = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          window.api.on('said', resolve);
          window.api.send('say-it-back', 'ahoy');
        }),
    );
  expect(await roundTrip()).toBe('ahoy');
  await page.reload();
  expect(await roundTrip()).toBe('ahoy');
});

test('answers a synchronous message while the page waits', async ({ page }) => {
  expect(await page.evaluate(() => window.api.sendSync('sum', 2, 3))).toBe(5);
});

test('leaves a listener’s error to the page, and tells the other listeners', async ({ page }) => {
  const uncaught = page.waitForEvent('pageerror');
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.api.on('said', () => {
          throw new Error('overboard');
        });
        window.api.on('said', resolve);
        window.api.send('say-it-back', 'ahoy');
      }),
  );
  expect((await uncaught).message).toBe('overboard');
  expect(await heard).toBe('ahoy');
});
