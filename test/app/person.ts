import { expect, type Locator, type Page } from '@playwright/test';

/** Someone at the window: what a person does, in the words of a person, by roles and names alone. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export type SecurityWords = 'Encrypt if possible' | 'Require encryption' | 'No encryption';

export const localFiles = (page: Page): Locator => page.getByRole('grid', { name: 'Local files' });
export const remoteFiles = (page: Page): Locator => page.getByRole('grid', { name: 'Remote files' });
export const transfers = (page: Page): Locator => page.getByRole('table', { name: 'Transfers' });

/** The row of a file or folder, by its whole name. */
export const rowOf = (grid: Locator, name: string): Locator =>
  grid.getByRole('row').filter({ has: grid.page().getByText(name, { exact: true }) });

/** Fills in the quick connect bar and presses Connect. */
export const quickConnect = async (page: Page, login: Login, security: SecurityWords): Promise<void> => {
  const bar = page.getByRole('form', { name: 'Quick connect' });
  await bar.getByLabel('Host').fill(login.host);
  await bar.getByLabel('User name').fill(login.user);
  await bar.getByLabel('Password').fill(login.password);
  await bar.getByLabel('Port').fill(String(login.port));
  await bar.getByLabel('Security').click();
  await page.getByRole('option', { name: security }).click();
  await bar.getByRole('button', { name: 'Connect', exact: true }).click();
};

/** Trusts the test server's certificate where the question comes up, and waits for the remote pane. */
export const connect = async (page: Page, login: Login, security: SecurityWords): Promise<void> => {
  await quickConnect(page, login, security);
  if (security === 'Require encryption') await trustOnce(page);
  await expect(page.getByText(/Remote folder read|Connected to/).first()).toBeAttached();
  await expect(remoteFiles(page)).toBeVisible();
};

export const trustOnce = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Trust once' }).click();

/** Every transfer has come to its end, and none in failure. */
export const expectAllTransfersDone = async (page: Page, timeout = 60_000): Promise<void> => {
  await expect.poll(async () => statesOf(page), { timeout }).toMatchObject({ unfinished: 0, failed: 0 });
};

const statesOf = async (page: Page): Promise<{ unfinished: number; failed: number }> => {
  const words = await page.getByRole('region', { name: 'Activity' }).innerText();
  const finished = /([\d,]+) of ([\d,]+) finished/.exec(words);
  const failed = /([\d,]+) failed/.exec(words);
  const number = (text: string | undefined): number => Number((text ?? '0').replaceAll(',', ''));
  if (!finished) return { unfinished: -1, failed: number(failed?.[1]) };
  return { unfinished: number(finished[2]) - number(finished[1]), failed: number(failed?.[1]) };
};
