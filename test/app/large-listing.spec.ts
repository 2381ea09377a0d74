import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, remoteFiles, rowOf } from './person.ts';

/** A directory of 100,000 entries, sent slowly: seen while it arrives, and the window answers all the while. */

const ENTRIES = 100_000;
test('shows the first rows while the listing is still arriving, and answers input all the while', async ({ page }) => {
  const server = await startServerFtp({
    files: { 'first look.txt': 'x', 'crowd/': '' },
    generated: { '/crowd': { entries: ENTRIES, batch: 2_000, pause: 40 } },
  });
  try {
    await connect(page, server, 'No encryption');
    const remote = remoteFiles(page);
    await rowOf(remote, 'crowd').dblclick();

    await expect(rowOf(remote, 'file-0000001.bin')).toBeVisible();
    // It is still being read: the words say so, and they go when it is complete.
    await expect(page.getByText(/Reading the folder… [\d,]+ entries so far/).first()).toBeVisible();
    await remote.press('End');
    await expect(remote.getByRole('row', { selected: true })).toHaveCount(1);

    await expect(page.getByText('1 of 100,000 selected')).toBeVisible({ timeout: 30_000 });
    await remote.press('End');
    await expect(rowOf(remote, 'file-0099999.bin')).toBeVisible();
  } finally {
    await server.close();
  }
});
