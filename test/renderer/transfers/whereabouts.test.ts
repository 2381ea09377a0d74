import { expect, test } from 'vitest';
import type { TransferView } from '#shared/model/transfer.ts';
import { whereabouts } from '../../../src/renderer/transfers/whereabouts.ts';
import { transferView } from './transfer-view-fixture.ts';

test.each<[string, Partial<TransferView>, { paths: string; site: string }]>([
  ['an upload', { direction: 'upload' }, { paths: '/home/a', site: 'Alpha' }],
  ['a download', { direction: 'download' }, { paths: '/pub/a', site: 'Alpha' }],
  [
    'from server to server',
    { direction: 'between', localPath: null, target: { sessionId: 't', siteTitle: 'Beta', path: '/in/a' } },
    { paths: 'Alpha: /pub/a\n→ Beta: /in/a', site: 'Alpha → Beta' },
  ],
  [
    'with what would turn the text around',
    { siteTitle: '\u202EAlpha', remotePath: '/\u202Ea' },
    { paths: '/\uFFFDa', site: '\uFFFDAlpha' },
  ],
])('%s', (_, part, expected) => {
  const place = whereabouts(transferView({ siteTitle: 'Alpha', localPath: '/home/a', remotePath: '/pub/a', ...part }));
  expect(place).toEqual(expected);
});
