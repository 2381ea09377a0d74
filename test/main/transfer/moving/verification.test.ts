import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ASCII, DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection } from '../fake-faults.ts';
import { FakeServer, served } from '../fake-server.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

const TEXT = { ...DEFAULT_TRANSFER_CHOICE, type: ASCII };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Of the same length, and not the same. */
const spoilt = (_: string, piece: Buffer): Buffer => Buffer.from(piece.map((byte) => byte ^ 1));
const hashes = ({ commands }: FakeServer): readonly string[] => commands.filter((line) => line.startsWith('HASH'));

const hashing = (server: FakeServer): FakeServer => Object.assign(server, { checksums: ['SHA-256', 'MD5'] });

type Options = Parameters<typeof startQueue>[1];

const downloading = async (server: FakeServer, options: Options & { readonly transfer?: typeof TEXT } = {}) => {
  const folder = await scratchFolder();
  const fixture = startQueue(server.sessions, options);
  const { transfer = null } = options;
  fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')], transfer });
  await fixture.quiet();
  return { ...fixture, folder, names: await readdir(folder) };
};

const uploading = async (server: FakeServer, options: Options = {}) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a'), 'from here');
  const fixture = startQueue(server.sessions, options);
  fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a')] });
  await fixture.quiet();
  return { ...fixture, names: [...server.files.keys()] };
};

describe('a download', () => {
  test('is compared by size where the server has no checksum', async () => {
    const { rows } = await downloading(served(['a']));
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
  });

  test('is compared by the checksum that tells most', async () => {
    const server = hashing(served(['a']));
    const { rows } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
    expect(hashes(server)).toEqual(['HASH /a']);
  });

  test('that was spoilt on its way comes again', async () => {
    const server = hashing(served(['a'], 'from the server'));
    let pieces = 0;
    server.onTheWay = (path, piece) => (pieces++ === 0 ? spoilt(path, piece) : piece);
    const { rows, folder, names } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
    expect(names).toEqual(['a']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('from the server');
  });

  test('that is spoilt every time fails with both values, and nothing of it is there', async () => {
    const server = hashing(served(['a'], 'abc'));
    server.onTheWay = spoilt;
    const { rows, names } = await downloading(server);
    const detail = `SHA-256 is ${sha256('`cb')} where ${sha256('abc')} was expected`;
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'content-mismatch', detail } }]);
    expect(names).toEqual([]);
    expect(server.commands.filter((line) => line === 'RETR /a').length).toBeGreaterThan(1);
  });

  test('whose first checksum the server turns out not to have is compared by another', async () => {
    const server = hashing(served(['a']));
    const { tellChecksum } = server;
    server.tellChecksum = (algorithm, content) => {
      if (algorithm === 'MD5') return tellChecksum(algorithm, content);
      server.checksums = ['MD5'];
      return null;
    };
    const { rows } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'MD5' }]);
  });

  test('of a file that the server calculates nothing of is compared by size', async () => {
    const server = hashing(served(['a']));
    server.tellChecksum = () => null;
    const { rows } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
    expect(hashes(server)).toHaveLength(1);
  });

  test('of a log that has grown since is what it was', async () => {
    const server = hashing(served(['a'], 'a line\n'));
    const { tellChecksum } = server;
    server.tellChecksum = (algorithm) => {
      server.put('/a', 'a line\nanother\n');
      return tellChecksum(algorithm, Buffer.from('a line\nanother\n'));
    };
    const { rows, folder } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('a line\n');
  });

  test('of an empty file needs none', async () => {
    const server = hashing(served(['a'], ''));
    const { rows } = await downloading(server, { verification: 'checksum' });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
    expect(hashes(server)).toEqual([]);
  });

  test('as text is not compared', async () => {
    const server = hashing(served(['a']));
    const { rows } = await downloading(server, { transfer: TEXT });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: null }]);
    expect(hashes(server)).toEqual([]);
  });

  test('whose completion reply was lost is whole only once its checksum is right', async () => {
    const server = hashing(served(['a'], 'from the server'));
    let retrieved = 0;
    server.trouble = (verb) =>
      verb === 'RETR' && retrieved++ === 0 ? { after: 15, fault: lostConnection('after-data') } : null;
    const { rows } = await downloading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
    expect(server.leases).toBe(2);
  });
});

describe('how it is compared', () => {
  test.each([
    ['size', 'size'],
    ['off', null],
  ] as const)('%s asks for no checksum', async (verification, verifiedBy) => {
    const server = hashing(served(['a']));
    const { rows } = await downloading(server, { verification });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy }]);
    expect(hashes(server)).toEqual([]);
  });

  test('off does not mind another length', async () => {
    const server = served(['a'], 'abc');
    server.onTheWay = (_, piece) => piece.subarray(0, 2);
    server.chunk = 3;
    const { rows } = await downloading(server, { verification: 'off' });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: null }]);
  });

  test('checksum fails before anything is moved where the server has none', async () => {
    const server = served(['a']);
    const { rows, names } = await downloading(server, { verification: 'checksum' });
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'refused-here', reason: 'no-checksum' } }]);
    expect(names).toEqual([]);
    expect(server.commands.filter((line) => line.startsWith('RETR'))).toEqual([]);
  });

  test('checksum fails where bytes differ here and there', async () => {
    const { rows } = await downloading(hashing(served(['a'])), { verification: 'checksum', transfer: TEXT });
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'no-checksum' } }]);
  });

  test('checksum fails where the server refuses it of this file', async () => {
    const server = hashing(served(['a']));
    server.tellChecksum = () => null;
    const { rows } = await downloading(server, { verification: 'checksum' });
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'no-checksum' } }]);
  });

  test('the site says so against the preferences', async () => {
    const server = hashing(served(['a']));
    server.policy = { ...server.policy, verification: 'size' };
    const { rows } = await downloading(server, { verification: 'checksum' });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
  });
});

describe('an upload', () => {
  test('is compared before it has its name', async () => {
    const server = hashing(new FakeServer());
    const { rows, names } = await uploading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
    expect(names).toEqual(['/a']);
    expect(hashes(server)).toEqual(['HASH /.a.longshore-part']);
    expect(server.commands.at(-1)).toBe('RNTO /a');
  });

  test('that was spoilt on its way is sent again', async () => {
    const server = hashing(new FakeServer());
    let pieces = 0;
    server.onTheWay = (path, piece) => (piece.length > 0 && pieces++ === 0 ? spoilt(path, piece) : piece);
    const { rows } = await uploading(server);
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
    expect(server.text('/a')).toBe('from here');
  });

  test('that is spoilt every time never has its name, and has failed', async () => {
    const server = hashing(new FakeServer());
    server.put('/a', 'the old one');
    server.onTheWay = spoilt;
    const { rows } = await uploading(server, { answer: answering('overwrite') });
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'content-mismatch' } }]);
    expect(server.text('/a')).toBe('the old one');
  });

  test('is not renamed where a checksum is demanded and refused', async () => {
    const server = hashing(new FakeServer());
    server.tellChecksum = () => null;
    const { rows } = await uploading(server, { verification: 'checksum' });
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'no-checksum' } }]);
    expect(server.files.has('/a')).toBe(false);
  });

  test('off asks for no size', async () => {
    const server = hashing(new FakeServer());
    const { rows } = await uploading(server, { verification: 'off' });
    expect(rows()).toMatchObject([{ state: 'done', verifiedBy: null }]);
    expect(server.commands.filter((line) => /^(SIZE|HASH)/.test(line))).toEqual([]);
  });

  describe('whose RNTO was not answered, in the place of a file as long', () => {
    const unanswered = (server: FakeServer, renamed: boolean): void => {
      server.put('/a', 'as long..');
      let asked = 0;
      const verb = renamed ? 'RENAMED' : 'RNTO';
      server.trouble = (said) => {
        if (said !== verb || asked++ > 0) return null;
        // Where it was not renamed the server cleaned up behind the lost connection.
        if (!renamed) server.files.delete('/.a.longshore-part');
        return { fault: lostConnection('preparing') };
      };
    };

    test('is unknown without a checksum', async () => {
      const server = new FakeServer();
      unanswered(server, true);
      const { rows } = await uploading(server, { answer: answering('overwrite') });
      expect(rows()).toMatchObject([{ state: 'unknown' }]);
    });

    test.each([true, false])('is settled by a checksum, renamed: %s', async (renamed) => {
      const server = hashing(new FakeServer());
      unanswered(server, renamed);
      const { rows } = await uploading(server, { answer: answering('overwrite') });
      expect(rows()).toMatchObject([{ state: 'done', verifiedBy: 'SHA-256' }]);
      expect(server.text('/a')).toBe('from here');
      expect(server.commands.filter((line) => line.startsWith('STOR'))).toHaveLength(renamed ? 1 : 2);
    });
  });
});

describe('between servers', () => {
  const copying = async (source: FakeServer, target: FakeServer, options: Options = {}) => {
    const sessions = { get: (id: string) => source.sessions.get(id) ?? target.sessions.get(id) };
    const fixture = startQueue(sessions, options);
    fixture.queue.addBetween({ fromSession: 's1', from: '/', toSession: 's2', to: '/', items: [item('a')] });
    await fixture.quiet();
    return fixture.rows();
  };
  const pair = () => {
    const source = hashing(served(['a'], 'from there'));
    return { source, target: Object.assign(new FakeServer('s2'), { checksums: ['MD5'] as const }) };
  };

  test('both are asked for the checksum that both have', async () => {
    const { source, target } = pair();
    expect(await copying(source, target)).toMatchObject([{ state: 'done', verifiedBy: 'MD5' }]);
    expect([hashes(source), hashes(target)]).toEqual([['HASH /a'], ['HASH /.a.longshore-part']]);
  });

  test('what was spoilt on its way never has its name', async () => {
    const { source, target } = pair();
    target.onTheWay = spoilt;
    expect(await copying(source, target)).toMatchObject([{ state: 'failed', fault: { reason: 'content-mismatch' } }]);
    expect(target.files.has('/a')).toBe(false);
  });

  test('without a common one sizes have to do, unless a checksum is demanded', async () => {
    const { source, target } = pair();
    source.checksums = ['SHA-512'];
    expect(await copying(source, target)).toMatchObject([{ state: 'done', verifiedBy: 'size' }]);
    target.files.clear();
    expect(await copying(source, target, { verification: 'checksum' })).toMatchObject([
      { state: 'failed', fault: { reason: 'no-checksum' } },
    ]);
  });
});
