import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { choose, connect, connectToSite, openSiteEditor, remoteFiles, rowOf, turnTo } from './person.ts';

/** What was learned about a server: told with what showed it, forgotten on request, and overruled by the site. */

const LEARNED = 'Learned about this server';

test('what was learned about a server is told with what showed it, and can be forgotten', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x' }, replies: { EPSV: '500 Never heard of it.' } });
  try {
    const editor = await openSiteEditor(page, server);
    await turnTo(editor, 'Server profile');
    await expect(editor.getByRole('region', { name: LEARNED })).toContainText('Nothing so far.');
    await editor.getByRole('button', { name: 'Save' }).click();
    await connectToSite(page, server);
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();

    const site = page.getByRole('region', { name: 'Sites' }).getByRole('button', { name: 'The harbour' });
    await site.press('F2');
    await turnTo(page.getByRole('dialog'), 'Server profile');
    const learned = page.getByRole('region', { name: LEARNED });
    const fact = learned.getByRole('listitem').filter({ hasText: 'Data connections begin with PASV' }).first();
    await expect(fact).toContainText('because EPSV did not work.');
    await expect(fact.getByRole('list', { name: 'What showed it' }).getByRole('listitem')).toHaveText([
      'EPSV',
      '500 Never heard of it.',
    ]);
    await expect(page.getByRole('region', { name: 'What the server says it can do' })).toContainText('UTF8');

    await learned.getByRole('button', { name: 'Find out anew' }).press('Enter');
    await expect(learned.getByText('Forgotten.')).toBeFocused();
    await page.keyboard.press('Escape');

    // What is forgotten is found out anew.
    const before = server.commands.filter((line) => line === 'EPSV').length;
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText('Not connected').first()).toBeVisible();
    await connectToSite(page, server);
    await server.received('EPSV', before + 1);
  } finally {
    await server.close();
  }
});

test('what a site sets holds from the next connection on, whatever was learned', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x' } });
  try {
    const editor = await openSiteEditor(page, server);
    await turnTo(editor, 'Server profile');
    await editor.getByRole('button', { name: 'All that can be set' }).click();
    await choose(page, editor, 'Data connections begin with PASV, not EPSV', 'Always');
    await editor.getByLabel('Most connections at a time').fill('many');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor.getByText('1 to 1000')).toBeVisible();
    await expect(editor.getByLabel('Most connections at a time')).toBeFocused();
    await editor.getByLabel('Most connections at a time').fill('3');
    await editor.getByRole('button', { name: 'Save' }).click();

    await connectToSite(page, server);
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    expect(server.commands).toContain('PASV');
    expect(server.commands).not.toContain('EPSV');

    // Opened again it stands with what was learned, and can be given up.
    const site = page.getByRole('region', { name: 'Sites' }).getByRole('button', { name: 'The harbour' });
    await site.press('F2');
    const again = page.getByRole('dialog', { name: 'Edit site' });
    await turnTo(again, 'Server profile changed');
    const learned = again.getByRole('region', { name: LEARNED });
    await expect(learned.getByLabel('Most connections at a time')).toHaveValue('3');
    await choose(page, learned, 'Data connections begin with PASV, not EPSV', 'As found out');
    await again.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText('Not connected').first()).toBeVisible();
    await connectToSite(page, server);
    await server.received('EPSV', 1);
  } finally {
    await server.close();
  }
});

test('a connection that is no site yet has a profile too, from its menu', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x' }, replies: { EPSV: '500 Never heard of it.' } });
  try {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    const open = page.getByRole('region', { name: 'Open connections' });
    await open.getByRole('button', { name: server.user }).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Server profile…' }).click();
    const editor = page.getByRole('dialog', { name: 'New site' });
    await expect(editor.getByRole('tab', { name: 'Server profile', selected: true })).toBeVisible();
    await expect(editor.getByRole('region', { name: LEARNED })).toContainText('because EPSV did not work.');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('region', { name: 'Sites' }).getByRole('button', { name: '127.0.0.1' })).toBeVisible();
  } finally {
    await server.close();
  }
});
