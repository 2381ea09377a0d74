import { expect, test } from 'vitest';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { entryJson } from '../../../src/main/cli/entry-json.ts';
import { entryText } from '../../../src/main/cli/entry-text.ts';

const link: FileEntry = {
  name: 'a "link"',
  type: 'link',
  size: 11,
  modified: { epochMs: Date.UTC(2026, 10, 20, 10), precision: 'minute', zone: 'unknown' },
  permissions: 'rwxrwxrwx',
  owner: 'anna',
  group: 'staff',
  target: '../m\uDCFCll',
};

const bare: FileEntry = {
  name: 'bare',
  type: 'other',
  size: null,
  modified: null,
  permissions: null,
  owner: null,
  group: null,
  target: null,
};

test('an entry is an object with every field in its place', () => {
  expect(entryJson(link, 'sub/a "link"')).toBe(
    '{"name":"sub/a \\"link\\"","type":"link","size":11,"modified":"2026-11-20T10:00","permissions":"rwxrwxrwx",' +
      '"owner":"anna","group":"staff","target":"../m\\udcfcll"}',
  );
  expect(entryJson(bare, 'bare')).toBe(
    '{"name":"bare","type":"other","size":null,"modified":null,"permissions":null,"owner":null,"group":null,"target":null}',
  );
});

test('a Z stands only where the zone is known, and the time is as fine as it was given', () => {
  const at = (precision: 'day' | 'minute' | 'second' | 'millisecond', zone: 'utc' | 'unknown'): unknown =>
    JSON.parse(entryJson({ ...bare, modified: { epochMs: Date.UTC(2026, 10, 20, 10), precision, zone } }, 'x'));
  expect(at('second', 'utc')).toMatchObject({ modified: '2026-11-20T10:00:00Z' });
  expect(at('second', 'unknown')).toMatchObject({ modified: '2026-11-20T10:00:00' });
  expect(at('millisecond', 'utc')).toMatchObject({ modified: '2026-11-20T10:00:00.000Z' });
  expect(at('day', 'unknown')).toMatchObject({ modified: '2026-11-20' });
});

test('a line for people shows what cannot be shown as marks', () => {
  expect(entryText(link, link.name)).toBe(
    'lrwxrwxrwx anna     staff              11 2026-11-20 10:00  a "link" -> ../m\uFFFDll',
  );
  expect(entryText(bare, 'be\u001Bll')).toBe('?????????? -        -                   - -                 be\u241Bll');
});
