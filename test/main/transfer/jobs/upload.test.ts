import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const PART = '/.a.bin.longshore-part';
const bytes = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7) % 251));

const sending = async (content: Buffer | string) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a.bin'), content);
  await utimes(join(folder, 'a.bin'), 1_700_000_000, 1_700_000_000);
  return { from: folder, wish: { sessionId: 's1', from: folder, to: '/', items: [item('a.bin')] } };
};

const overwrite = () => ({ kind: 'conflict', action: 'overwrite', scope: 'file', newName: null }) as const;

describe('an upload', () => {
  test('goes to a part name, is compared, timed and renamed into place', async () => {
    const server = new FakeServer();
    const { wish } = await sending(bytes(150_000));
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: 150_000, size: 150_000 }]);
    expect([...server.files.keys()]).toEqual(['/a.bin']);
    expect(server.files.get('/a.bin')).toMatchObject({ content: bytes(150_000), modifiedMs: 1_700_000_000_000 });
    expect(server.commands).toEqual(['LIST /', `STOR ${PART}`, `SIZE ${PART}`, `MFMT ${PART}`, 'RNTO /a.bin']);
  });

  test('goes on after a lost connection with what the server has', async () => {
    const server = new FakeServer();
    const { wish } = await sending(bytes(300_000));
    let stores = 0;
    server.trouble = (verb) =>
      verb === 'STOR' && stores++ === 0 ? { after: 65_536, fault: lostConnection('after-preliminary-reply') } : null;
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.files.get('/a.bin')?.content).toEqual(bytes(300_000));
    expect(server.commands.filter((command) => command === `STOR ${PART}`)).toHaveLength(2);
  });

  test('is sent whole where the server does not go on in the middle, as ProFTPD does not by default', async () => {
    const server = new FakeServer();
    const { wish } = await sending(bytes(300_000));
    let tries = 0;
    server.trouble = (verb) => {
      if (verb !== 'STOR') return null;
      tries++;
      if (tries === 1) return { after: 65_536, fault: lostConnection('after-preliminary-reply') };
      return tries === 2 ? { fault: replyFault('STOR', 451, 'transfer-command') } : null;
    };
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.files.get('/a.bin')?.content).toEqual(bytes(300_000));
    expect([...server.files.keys()]).toEqual(['/a.bin']);
  });

  test('keeps the permissions of the file it replaces', async () => {
    const server = new FakeServer();
    server.put('/a.bin', 'old');
    const { wish } = await sending('new');
    const { queue, questions, quiet } = startQueue(server.sessions, { answer: overwrite });
    queue.addUploads(wish);
    await quiet();
    expect(questions).toMatchObject([
      { targetPath: '/a.bin', source: { site: null }, target: { size: 3, site: 's1' } },
    ]);
    expect(server.text('/a.bin')).toBe('new');
    expect(server.commands).toContain(`CHMOD 644 ${PART}`);
  });

  test('takes no new name that leads to another folder', async () => {
    const server = new FakeServer();
    server.put('/a.bin', 'old');
    const { wish } = await sending('new');
    const { queue, rows, quiet } = startQueue(server.sessions, {
      answer: () => ({ kind: 'conflict', action: 'rename', scope: 'file', newName: '../b.bin' }),
    });
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'refused-here', reason: 'unsafe-name' } }]);
    expect([...server.files.keys()]).toEqual(['/a.bin']);
  });

  test('is stored under its own name where the server refuses the part name, and says so', async () => {
    const server = new FakeServer();
    const { wish, from } = await sending('content');
    await writeFile(join(from, 'b.bin'), 'second');
    server.trouble = (verb, path) =>
      verb === 'STOR' && path.includes('longshore-part')
        ? { fault: replyFault('STOR', 553, 'transfer-command') }
        : null;
    const { queue, quiet } = startQueue(server.sessions, { connections: 1 });
    queue.addUploads({ ...wish, items: [item('a.bin'), item('b.bin')] });
    await quiet();
    expect(server.text('/a.bin')).toBe('content');
    expect(server.text('/b.bin')).toBe('second');
    expect(server.notes).toHaveLength(1);
    expect(server.learned).toEqual([{ fact: 'storesDirectly', evidence: ['STOR', '553 no'] }]);
    expect(server.commands.filter((command) => command.startsWith('STOR'))).toEqual([
      `STOR ${PART}`,
      'STOR /a.bin',
      'STOR /b.bin',
    ]);
  });

  test('is stored under its own name where the server refuses to rename', async () => {
    const server = new FakeServer();
    const { wish } = await sending('content');
    server.trouble = (verb) => (verb === 'RNTO' ? { fault: replyFault('RNTO', 502) } : null);
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect([...server.files.keys()]).toEqual(['/a.bin']);
    expect(server.text('/a.bin')).toBe('content');
    expect(server.learned).toEqual([{ fact: 'storesDirectly', evidence: ['RNTO', '502 no'] }]);
  });

  test('that is refused altogether tells the refusal of its own name', async () => {
    const server = new FakeServer();
    const { wish } = await sending('content');
    server.trouble = (verb) => (verb === 'STOR' ? { fault: replyFault('STOR', 550, 'transfer-command') } : null);
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'reply', code: 550 } }]);
  });

  describe('whose completion was lost', () => {
    const lostAfterData = (server: FakeServer): void => {
      let stores = 0;
      server.trouble = (verb) =>
        verb === 'STOR' && stores++ === 0 ? { after: 1_000_000, fault: lostConnection('after-data') } : null;
    };

    test('is decided by SIZE on a fresh connection and not sent twice', async () => {
      const server = new FakeServer();
      const { wish } = await sending(bytes(1_000));
      lostAfterData(server);
      const { queue, rows, quiet } = startQueue(server.sessions);
      queue.addUploads(wish);
      await quiet();
      expect(rows()).toMatchObject([{ state: 'done' }]);
      expect(server.files.get('/a.bin')?.content).toEqual(bytes(1_000));
      expect(server.commands.filter((command) => command.startsWith('STOR'))).toHaveLength(1);
    });

    test('is unknown where the server tells neither size nor listing', async () => {
      const server = new FakeServer();
      const { wish } = await sending(bytes(1_000));
      server.knowsSize = false;
      let stores = 0;
      server.trouble = (verb) => {
        if (verb === 'LIST') return { fault: replyFault('LIST', 550, 'transfer-command') };
        return verb === 'STOR' && stores++ === 0 ? { after: 1_000_000, fault: lostConnection('after-data') } : null;
      };
      const { queue, rows, quiet } = startQueue(server.sessions);
      queue.addUploads(wish);
      await quiet();
      expect(rows()).toMatchObject([{ state: 'unknown', fault: { kind: 'control-connection', stage: 'after-data' } }]);
      expect(server.files.has('/a.bin')).toBe(false);
    });
  });

  test('whose renaming was answered by silence is found under its final name', async () => {
    const server = new FakeServer();
    const { wish } = await sending('content');
    let renamed = 0;
    server.trouble = (verb) => (verb === 'RENAMED' && renamed++ === 0 ? { fault: lostConnection('finishing') } : null);
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads(wish);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.commands.filter((command) => command.startsWith('STOR'))).toHaveLength(1);
  });

  test('of a quota that is used up pauses the others of the site', async () => {
    const server = new FakeServer();
    const { wish, from } = await sending('content');
    await writeFile(join(from, 'b.bin'), 'second');
    server.trouble = (verb) => (verb === 'STOR' ? { fault: replyFault('STOR', 552, 'transfer-command') } : null);
    const { queue, rows, quiet } = startQueue(server.sessions, { connections: 1 });
    queue.addUploads({ ...wish, items: [item('a.bin'), item('b.bin')] });
    await quiet();
    expect(rows().map((row) => row.state)).toEqual(['failed', 'paused']);
  });
});

describe('a folder upload', () => {
  test('sends the tree, empty folders and odd names, and follows no link to a folder', async () => {
    const server = new FakeServer();
    const folder = await scratchFolder();
    await mkdir(join(folder, 't', '日本語', '深い'), { recursive: true });
    await mkdir(join(folder, 't', 'leer'));
    await writeFile(join(folder, 't', '日本語', '深い', 'ファイル.txt'), 'eins');
    await writeFile(join(folder, 't', 'umläut'), '');
    await symlink('..', join(folder, 't', 'loop'));
    await symlink('umläut', join(folder, 't', 'to-file'));
    await writeFile(Buffer.concat([Buffer.from(join(folder, 't', 'caf')), Buffer.from([0xe9])]), 'latin1');
    const { queue, rows, quiet } = startQueue(server.sessions);
    await queue.addDropped({ sessionId: 's1', paths: [join(folder, 't')], to: '/' });
    await quiet();
    expect([...server.folders].sort()).toEqual(['/', '/t', '/t/leer', '/t/日本語', '/t/日本語/深い']);
    expect([...server.files.keys()].sort()).toEqual(
      ['/t/caf\uDCE9', '/t/to-file', '/t/umläut', '/t/日本語/深い/ファイル.txt'].sort(),
    );
    expect(server.text('/t/日本語/深い/ファイル.txt')).toBe('eins');
    expect(rows().find((row) => row.name === 'loop')).toMatchObject({ state: 'skipped' });
  });

  test('into a folder that is there merges, and asks for the files that are there', async () => {
    const server = new FakeServer();
    server.folders.add('/t');
    server.put('/t/a', 'old');
    const folder = await scratchFolder();
    await mkdir(join(folder, 't'));
    await writeFile(join(folder, 't', 'a'), 'new');
    await writeFile(join(folder, 't', 'b'), 'b');
    const { queue, questions, quiet } = startQueue(server.sessions, { answer: overwrite });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('t', 'directory')] });
    await quiet();
    expect(questions.map((question) => question.name)).toEqual(['a']);
    expect(server.text('/t/a')).toBe('new');
    expect(server.text('/t/b')).toBe('b');
  });
});
