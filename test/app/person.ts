import { expect, type Locator, type Page } from '@playwright/test';

/** Someone at the window: what a person does, in the words of a person, by roles and names alone. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export type SecurityWords = 'Encrypt if possible' | 'Require encryption' | 'Implicit TLS' | 'No encryption';

export const localFiles = (page: Page): Locator => page.getByRole('grid', { name: 'Local files' });
export const remoteFiles = (page: Page): Locator => page.getByRole('grid', { name: 'Remote files' });
export const transfers = (page: Page): Locator => page.getByRole('table', { name: 'Transfers' });

/** Brings one of the lists of transfers in sight, and answers its table. */
export const transfersThat = async (page: Page, are: 'Queue' | 'Failed' | 'Finished'): Promise<Locator> => {
  await page.getByRole('tab', { name: are }).click();
  return transfers(page);
};

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
  await expectConnected(page);
};

export const trustOnce = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Trust once' }).click();

/** Opens the editor on a new site, The harbour, and fills in what every site has. */
export const openSiteEditor = async (page: Page, login: Login): Promise<Locator> => {
  await page.getByRole('button', { name: 'Add a site' }).click();
  const editor = page.getByRole('dialog', { name: 'New site' });
  await editor.getByLabel('Name', { exact: true }).fill('The harbour');
  await editor.getByLabel('Host').fill(login.host);
  await editor.getByLabel('Port', { exact: true }).fill(String(login.port));
  await editor.getByLabel('User name').fill(login.user);
  await editor.getByLabel('Security').click();
  await page.getByRole('option', { name: 'No encryption' }).click();
  return editor;
};

/** Brings another page of the site editor in sight. */
export const turnTo = (editor: Locator, page: string): Promise<void> => editor.getByRole('tab', { name: page }).click();

/** Makes a choice in a field of a form. */
export const choose = async (page: Page, within: Locator, field: string, option: string): Promise<void> => {
  await within.getByLabel(field, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
};

/** Connects to The harbour, which asks for the password. */
export const connectToSite = async (page: Page, login: Login): Promise<void> => {
  await page.getByText('The harbour', { exact: true }).dblclick();
  await page.getByLabel(`Password for ${login.user}`).fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectConnected(page);
};

/** Saves a site with a choice the quick connect bar does not offer, and connects to it. */
export const connectAsSite = async (
  page: Page,
  login: Login,
  { dataConnection }: { readonly dataConnection: string },
): Promise<void> => {
  const editor = await openSiteEditor(page, login);
  await turnTo(editor, 'Connection');
  await editor.getByLabel('Data connections').click();
  await page.getByRole('option', { name: dataConnection }).click();
  await editor.getByRole('button', { name: 'Save' }).click();
  await connectToSite(page, login);
};

const expectConnected = (page: Page): Promise<void> => expect(page.getByText(/^Connected to /)).toBeAttached();

/** Opens a folder by double click, and waits until the pane shows it. */
export const openFolder = async (grid: Locator, name: string): Promise<void> => {
  await rowOf(grid, name).dblclick();
  await expect(rowOf(grid, name)).toHaveCount(0);
};

/** Brings the transcript to the front and answers it. */
export const transcript = (page: Page): Locator => page.getByRole('log', { name: 'Transcript' });

/** At least `count` transfers were put into the queue since the start; all have come to their end, none in failure. */
export const expectTransfersDone = async (page: Page, count: number, timeout = 60_000): Promise<void> => {
  const finished = page.getByText(/^[\d,]+ of [\d,]+ finished$/);
  await expect
    .poll(async () => stillToCome(await finished.textContent(), count), { timeout, message: 'transfers still to come' })
    .toBe(0);
  await expect(page.getByText(/^[\d,]+ failed$/)).toHaveCount(0);
};

/** `1,199 of 1,200 finished` with 1,300 expected -> 101 */
const stillToCome = (words: string | null, expected: number): number => {
  const numbers = (words ?? '').match(/[\d,]+/g)?.map((number) => Number(number.replaceAll(',', '')));
  const [done = 0, total = 0] = numbers ?? [];
  return Math.max(total, expected) - done;
};
