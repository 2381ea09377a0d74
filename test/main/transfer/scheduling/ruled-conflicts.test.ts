import { readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConflictAction, type ConflictRule, ruleForAll } from '#shared/model/conflict-rule.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { replyFault } from '../fake-faults.ts';
import { FakeServer, served } from '../fake-server.ts';
import { answering, item, type QueueFixture, startQueue } from '../queue-fixture.ts';

const OLD = Date.UTC(2026, 0, 1);
const NEW = Date.UTC(2026, 0, 3);

const all = (action: ConflictAction | 'ask'): readonly ConflictRule[] => [ruleForAll('any', action)];

/** A file `a` here and on the server, each with its time. */
const both = async (here: { text: string; time: number }, there: { text: string; time: number }) => {
  const server = new FakeServer();
  server.put('/a', there.text, there.time);
  const folder = await scratchFolder();
  const path = join(folder, 'a');
  await writeFile(path, here.text);
  await utimes(path, here.time / 1_000, here.time / 1_000);
  return { server, folder, local: () => readFile(path, 'utf8') };
};

const get = async ({ queue, quiet, rows }: QueueFixture, folder: string, size: number | null = null) => {
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a', 'file', size)] });
  await quiet();
  return rows().map(({ state, fault }) => (fault?.kind === 'refused-here' ? `${state}: ${fault.reason}` : state));
};

const put = async ({ queue, quiet, rows }: QueueFixture, folder: string) => {
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a')] });
  await quiet();
  return rows().map(({ state, fault }) => (fault?.kind === 'refused-here' ? `${state}: ${fault.reason}` : state));
};

describe('a rule answers without a question', () => {
  test.each([
    ['newer', { time: OLD }, { time: NEW }, 'done'],
    ['newer', { time: NEW }, { time: OLD }, 'skipped: not-newer'],
    ['newer', { time: NEW }, { time: NEW }, 'skipped: not-newer'],
    ['different-size', { text: 'four' }, { text: 'fives' }, 'done'],
    ['different-size', { text: 'four' }, { text: 'five' }, 'skipped: same-size'],
    ['different-content', { text: 'four' }, { text: 'fives' }, 'done'],
    ['different-content', { text: 'four' }, { text: 'five' }, 'done'],
    ['different-content', { text: 'four' }, { text: 'four' }, 'skipped: same-content'],
    ['different-content', { text: '' }, { text: '' }, 'skipped: same-content'],
    ['resume', { text: 'the be' }, { text: 'the beginning' }, 'done'],
    ['resume', { text: 'the same' }, { text: 'the same' }, 'skipped: all-there'],
    ['overwrite', {}, {}, 'done'],
    ['skip', {}, {}, 'skipped: there-already'],
  ] as const)('%s, from %o to %o, is %s both ways', async (action, old, fresh, expected) => {
    const target = { text: 'old text', time: OLD, ...old };
    const source = { text: 'new text', time: NEW, ...fresh };
    const left = expected === 'done' ? source.text : target.text;

    const down = await both(target, source);
    const downloads = startQueue(down.server.sessions, { rules: all(action) });
    expect(await get(downloads, down.folder, source.text.length)).toEqual([expected]);
    expect(await down.local()).toBe(left);
    expect(downloads.questions).toEqual([]);
    expect(await readdir(down.folder)).toEqual(['a']);

    const up = await both(source, target);
    const uploads = startQueue(up.server.sessions, { rules: all(action) });
    expect(await put(uploads, up.folder)).toEqual([expected]);
    expect(up.server.text('/a')).toBe(left);
    expect(uploads.questions).toEqual([]);
    expect([...up.server.files.keys()]).toEqual(['/a']);
  });

  test('rename keeps both', async () => {
    const { server, folder, local } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    expect(await get(startQueue(server.sessions, { rules: all('rename') }), folder)).toEqual(['done']);
    expect(await local()).toBe('here');
    expect(await readFile(join(folder, 'a (2)'), 'utf8')).toBe('there');
  });

  test('of its direction only', async () => {
    const rules = [ruleForAll('upload', 'skip'), ruleForAll('download', 'overwrite')];
    const { server, folder, local } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    const fixture = startQueue(server.sessions, { rules });
    expect(await put(fixture, folder)).toEqual(['skipped: there-already']);
    await get(fixture, folder);
    expect(await local()).toBe('there');
    expect(fixture.questions).toEqual([]);
  });
});

describe('what rules leave open is asked', () => {
  test('where the server tells no time', async () => {
    const { server, folder, local } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    server.trouble = (verb) => (verb === 'MDTM' ? { fault: replyFault('MDTM', 502) } : null);
    const fixture = startQueue(server.sessions, { rules: all('newer'), answer: answering('skip') });
    expect(await get(fixture, folder)).toEqual(['skipped: there-already']);
    expect(fixture.questions).toMatchObject([{ time: null, source: { modifiedMs: null } }]);
    expect(await local()).toBe('here');
  });

  test('where a link stands whose target nobody agreed to compare', async () => {
    const server = served(['a']);
    const folder = await scratchFolder();
    await writeFile(join(folder, 'elsewhere'), 'here');
    await symlink(join(folder, 'elsewhere'), join(folder, 'a'));
    const fixture = startQueue(server.sessions, { rules: all('different-size'), answer: answering('skip') });
    await get(fixture, folder, 15);
    expect(fixture.questions).toHaveLength(1);
  });

  test('where the server lets nobody read what is to be compared', async () => {
    const { server, folder } = await both({ text: 'here', time: OLD }, { text: 'ther', time: NEW });
    server.trouble = (verb) => (verb === 'RETR' ? { fault: replyFault('RETR', 550, 'transfer-command') } : null);
    const fixture = startQueue(server.sessions, { rules: all('different-content'), answer: answering('overwrite') });
    expect(await put(fixture, folder)).toEqual(['done']);
    expect(fixture.questions).toHaveLength(1);
    expect(server.text('/a')).toBe('here');
  });

  test('where a rule says so, before what others say', async () => {
    const { server, folder } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    const rules = [{ ...ruleForAll('any', 'ask'), names: 'a*' }, ruleForAll('any', 'overwrite')];
    const fixture = startQueue(server.sessions, { rules, answer: answering('skip') });
    await get(fixture, folder);
    expect(fixture.questions).toHaveLength(1);
  });
});

describe('who says what comes first', () => {
  test('the site before the preferences', async () => {
    const { server, folder, local } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    const siteRules = { of: () => all('overwrite'), keptWith: () => null, always: () => {} };
    const fixture = startQueue(server.sessions, { rules: all('skip'), siteRules });
    expect(await get(fixture, folder)).toEqual(['done']);
    expect(await local()).toBe('there');
  });

  test('the answer for all before the rules', async () => {
    const server = served(['a', 'b'], 'there');
    const folder = await scratchFolder();
    for (const name of ['a', 'b']) await writeFile(join(folder, name), 'here');
    const rules = [{ ...ruleForAll('any', 'ask'), names: 'a' }, ruleForAll('any', 'skip')];
    const { queue, quiet, questions } = startQueue(server.sessions, {
      rules,
      answer: answering('overwrite', true),
      connections: 1,
    });
    server.pipelines = false;
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a'), item('b')] });
    await quiet();
    expect(questions).toHaveLength(1);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('there');
  });

  test('who tries again what was left is asked', async () => {
    const { server, folder, local } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    const { queue, quiet, rows, ...fixture } = startQueue(server.sessions, {
      rules: all('skip'),
      answer: answering('overwrite'),
    });
    await get({ queue, quiet, rows, ...fixture }, folder);
    expect(fixture.questions).toEqual([]);
    queue.retry(rows().map(({ id }) => id));
    await quiet();
    expect(fixture.questions).toHaveLength(1);
    expect(await local()).toBe('there');
  });
});

describe('an answer for all of a site', () => {
  test('becomes a rule of its direction, and settles what waits', async () => {
    const names = ['a', 'b', 'c'];
    const server = served(names, 'there');
    const folder = await scratchFolder();
    for (const name of names) await writeFile(join(folder, name), 'here');
    const kept: unknown[] = [];
    const siteRules = {
      of: () => [],
      keptWith: () => 'My site',
      always: (_: unknown, direction: string, action: string) => kept.push([direction, action]),
    };
    const { queue, quiet, questions } = startQueue(server.sessions, {
      siteRules,
      answer: () => ({ kind: 'conflict', action: 'overwrite', scope: 'site', newName: null }),
    });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: names.map((name) => item(name)) });
    await quiet();
    expect(questions).toMatchObject([{ ruledSite: { name: 'My site', direction: 'download' } }]);
    expect(kept).toEqual([['download', 'overwrite']]);
    for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe('there');
  });

  test('is not offered where the session is of no saved site', async () => {
    const { server, folder } = await both({ text: 'here', time: OLD }, { text: 'there', time: NEW });
    const fixture = startQueue(server.sessions, { answer: answering('skip') });
    await get(fixture, folder);
    expect(fixture.questions).toMatchObject([{ ruledSite: null }]);
  });
});

describe('contents are compared', () => {
  test('without storing anything, to the first difference', async () => {
    const text = 'x'.repeat(100_000);
    const { server, folder } = await both({ text: `y${text}`, time: OLD }, { text: `z${text}`, time: NEW });
    server.chunk = 1_000;
    expect(await put(startQueue(server.sessions, { rules: all('different-content') }), folder)).toEqual(['done']);
    expect(server.transfers[0]?.counter.bytes).toBeLessThan(10_000);
    expect(server.text('/a')).toBe(`y${text}`);
  });

  test('once only, however often the sending itself has to be tried', async () => {
    const { server, folder } = await both({ text: 'here', time: OLD }, { text: 'ther', time: NEW });
    let stores = 0;
    server.trouble = (verb) =>
      verb === 'STOR' && stores++ === 0 ? { fault: replyFault('STOR', 451, 'transfer-command') } : null;
    expect(await put(startQueue(server.sessions, { rules: all('different-content') }), folder)).toEqual(['done']);
    expect(server.commands.filter((line) => line.startsWith('RETR'))).toHaveLength(1);
  });

  test('of a file that is longer than what is here and begins alike', async () => {
    const { server, folder } = await both({ text: 'begin', time: OLD }, { text: 'beginning', time: NEW });
    server.knowsSize = false;
    const fixture = startQueue(server.sessions, { rules: all('different-content') });
    expect(await get(fixture, folder)).toEqual(['done']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('beginning');
  });
});

describe('contents are compared by a checksum where the server has one', () => {
  test.each([
    ['ther', 'skipped: same-content', 0],
    ['here', 'done', 1],
  ])('down, with %s here', async (here, expected, read) => {
    const { server, folder, local } = await both({ text: here, time: OLD }, { text: 'ther', time: NEW });
    server.checksums = ['SHA-256', 'CRC32'];
    const fixture = startQueue(server.sessions, { rules: all('different-content') });
    expect(await get(fixture, folder, 4)).toEqual([expected]);
    expect(await local()).toBe('ther');
    expect(server.commands.filter((line) => line.startsWith('RETR'))).toHaveLength(read);
  });

  test.each([
    ['ther', 'skipped: same-content'],
    ['here', 'done'],
  ])('up, with %s here, without reading', async (here, expected) => {
    const { server, folder } = await both({ text: here, time: NEW }, { text: 'ther', time: OLD });
    server.checksums = ['SHA-256'];
    const fixture = startQueue(server.sessions, { rules: all('different-content') });
    expect(await put(fixture, folder)).toEqual([expected]);
    expect(server.text('/a')).toBe(here);
    expect(server.commands.filter((line) => line.startsWith('RETR'))).toEqual([]);
  });

  test('but not by CRC32, which two different files may share', async () => {
    const { server, folder } = await both({ text: 'here', time: NEW }, { text: 'ther', time: OLD });
    server.checksums = ['CRC32'];
    server.tellChecksum = () => '00000000';
    await put(startQueue(server.sessions, { rules: all('different-content') }), folder);
    expect(server.commands).toContain('RETR /a');
  });

  test('and read where it turns out to tell none of this file', async () => {
    const { server, folder } = await both({ text: 'ther', time: NEW }, { text: 'ther', time: OLD });
    server.checksums = ['SHA-256'];
    server.tellChecksum = () => null;
    const fixture = startQueue(server.sessions, { rules: all('different-content') });
    expect(await put(fixture, folder)).toEqual(['skipped: same-content']);
    expect(server.commands).toContain('RETR /a');
  });
});

describe('resuming by a rule', () => {
  // Longer than what is read again to be compared.
  const begun = 'x'.repeat(100_000);

  test('sends all where the server does not go on in the middle, and does not begin over and over', async () => {
    const { server, folder, local } = await both({ text: begun, time: OLD }, { text: `${begun}y`, time: NEW });
    server.trouble = (verb) => (verb === 'REST' ? { fault: replyFault('REST', 502, 'transfer-command') } : null);
    const fixture = startQueue(server.sessions, { rules: all('resume') });
    expect(await get(fixture, folder, 100_001)).toEqual(['done']);
    expect(await local()).toBe(`${begun}y`);
    expect(server.commands.filter((line) => line.startsWith('REST'))).toHaveLength(1);
  });

  test('begins anew where what is here is not the beginning', async () => {
    const other = 'z'.repeat(100_001);
    const { server, folder, local } = await both({ text: begun, time: OLD }, { text: other, time: NEW });
    const fixture = startQueue(server.sessions, { rules: all('resume') });
    expect(await get(fixture, folder, 100_001)).toEqual(['done']);
    expect(await local()).toBe(other);
  });
});
