import { describe, expect, test } from 'vitest';
import type { ConnectOptions, UserFtp } from '../../src/main/ftp/engine.ts';
import type { ListingSummary } from '../../src/shared/ftp/file-entry.ts';
import { DEFAULT_LISTING } from '../../src/shared/model/listing-choice.ts';
import type { ServerScript } from '../server-ftp/server-ftp.ts';
import { faultOf, loggedIn } from './conversation.ts';

/** What people have written about other programs, in their words, each with what must come of it here. */

const LIST: Partial<ConnectOptions> = { listing: { ...DEFAULT_LISTING, command: 'LIST' } };

interface Told {
  readonly names: readonly string[];
  readonly summary: ListingSummary | null;
}

/** What is told of a directory until its listing is over, or ends in a fault. */
const toldOf = async (ftp: UserFtp, path: string): Promise<Told> => {
  const names: string[] = [];
  const onEntries = (entries: readonly { readonly name: string }[]): void => {
    names.push(...entries.map(({ name }) => name));
  };
  const summary = await ftp.list(path, { signal: null, onEntries }).catch(() => null);
  return { names, summary };
};

describe('it shows 21 of the 72 files that are there', () => {
  const lines = Array.from({ length: 72 }, (_, index) => `type=file;size=${index}; file-${index + 1}\r\n`);
  const content = lines.join('');
  const upTo21 = lines.slice(0, 21).join('').length + 10;
  const cut = { content, stopAfter: upTo21, chunkBytes: 200, chunkPause: 10 };
  const ends: readonly (readonly [how: string, script: ServerScript, least: number])[] = [
    ['with 426', { data: { MLSD: { ...cut, completion: '426 Connection closed.' } } }, 7],
    ['with 451 behind the end of the data', { data: { MLSD: { ...cut, completion: '451 Local error.' } } }, 7],
    ['with a reset', { data: { MLSD: { ...cut, ending: 'reset', completion: '426 Reset.' } } }, 7],
    ['with the control connection', { data: { MLSD: { ...cut, vanishAfter: upTo21 } } }, 7],
    ['with 226 but no close_notify', { tls: {}, data: { MLSD: { ...cut, ending: 'no-close-notify' } } }, 21],
  ];

  test.each(ends)('a listing that is cut %s is a fault, and nobody takes the 21 for all', async (_, script, least) => {
    const { ftp } = await loggedIn(script);
    const { names, summary } = await toldOf(ftp, '/');
    expect(summary).toBeNull();
    // What was told before is whole lines; the last of them may have been on their way still.
    expect(names).toEqual(Array.from({ length: names.length }, (_item, index) => `file-${index + 1}`));
    expect(names.length).toBeLessThanOrEqual(21);
    expect(names.length).toBeGreaterThanOrEqual(least);
  });

  test('a listing that comes in many pieces is shown whole', async () => {
    const { ftp } = await loggedIn({ data: { MLSD: { content, chunkBytes: 17, chunkPause: 1 } } });
    const { names, summary } = await toldOf(ftp, '/');
    expect(names).toHaveLength(72);
    expect(summary).toMatchObject({ entries: 72, notUnderstoodCount: 0 });
  });
});

test('files of a Chinese or Japanese server are all missing', async () => {
  const content = [
    'drwxr-xr-x    2 0        0            4096 11月 20 10:00 文档',
    '-rw-r--r--    1 0        0              12 3月  05  2025 报告.txt',
    '-rw-r--r--    1 0        0              12 11月20日 10:00 報告.txt',
    '-rw-r--r--    1 0        0              12 2025年 3月 20日 古い.txt',
  ];
  const { ftp } = await loggedIn({ data: { LIST: { content: content.map((line) => `${line}\r\n`).join('') } } }, LIST);
  const { names, summary } = await toldOf(ftp, '/');
  expect(names).toEqual(['文档', '报告.txt', '報告.txt', '古い.txt']);
  expect(summary?.notUnderstood).toEqual([]);
});

test('a file of IBM i whose name begins with a space cannot be opened, as its space is gone', async () => {
  const content = 'ANNA             1234 11/20/26 15:09:55 *STMF       leading.txt\r\n';
  const { ftp } = await loggedIn({ data: { LIST: { content } } }, LIST);
  expect((await toldOf(ftp, '/')).names).toEqual([' leading.txt']);
});

test('a file whose name begins or ends with a space is shown under another name', async () => {
  const files = { ' before': '', 'behind ': '', '  both  ': '' };
  for (const command of ['MLSD', 'LIST', 'NLST', 'STAT'] as const) {
    const { ftp } = await loggedIn({ files }, { listing: { ...DEFAULT_LISTING, command } });
    expect((await toldOf(ftp, '/')).names.toSorted()).toEqual(['  both  ', ' before', 'behind '].toSorted());
  }
});

test('the folder itself and the one above it stand among its files, however the server calls them', async () => {
  const content = [
    'type=cdir; /pub',
    'type=cdir; pub',
    'type=pdir; /',
    'type=pdir; ..',
    'type=dir; .',
    'type=dir; ..',
    'type=dir; inside',
  ];
  const { ftp } = await loggedIn({ data: { MLSD: { content: content.map((line) => `${line}\r\n`).join('') } } });
  expect((await toldOf(ftp, '/')).names).toEqual(['inside']);
});

test('a server that does not promise MLSD gets a command it chokes on', async () => {
  const { ftp, said } = await loggedIn({
    files: { a: '' },
    features: ['SIZE'],
    replies: { MLSD: { andThen: 'close' } },
  });
  expect((await toldOf(ftp, '/')).names).toEqual(['a']);
  expect(said()).not.toContain('MLSD');
});

const BEFORE_NAMES = {
  MLSD: 'type=file; ',
  LIST: '-rw-r--r-- 1 a b 1 Nov 20 10:00 ',
  NLST: '',
  STAT: '-rw-r--r-- 1 a b 1 Nov 20 10:00 ',
} as const;

test.each(['MLSD', 'LIST', 'NLST', 'STAT'] as const)(
  'one name that is not UTF-8 makes all the others unreadable, or ends the listing: by %s',
  async (command) => {
    const before = BEFORE_NAMES[command];
    const lines = (name: string): string => `${before}${name}\r\n`;
    const content = Buffer.concat([
      Buffer.from(lines('Größe')),
      Buffer.from(lines('m\u00FCll'), 'latin1'),
      Buffer.from(lines('日本語')),
    ]);
    const reply = Buffer.concat([Buffer.from('213-Status:\r\n'), content, Buffer.from('213 End\r\n')]);
    const { ftp } = await loggedIn(
      command === 'STAT' ? { replies: { STAT: reply } } : { data: { [command]: { content } } },
      { listing: { ...DEFAULT_LISTING, command } },
    );
    expect((await toldOf(ftp, '/')).names).toEqual(['Größe', 'm\uDCFCll', '日本語']);
  },
);

test('a listing that cannot be had is taken for an empty folder', async () => {
  const { ftp } = await loggedIn({
    files: { 'd/a': '' },
    features: [],
    replies: { LIST: '550 Permission denied.', NLST: '550 Permission denied.' },
  });
  expect(await faultOf(ftp.list('/d', { signal: null, onEntries: () => {} }))).toMatchObject({
    kind: 'reply',
    command: 'LIST',
    code: 550,
  });
});
