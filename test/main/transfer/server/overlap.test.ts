import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlapOf, overlapSink } from '../../../../src/main/transfer/server/overlap.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

const bytes = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7) % 251));
const KIB = 1024;
const CONTENT = bytes(300 * KIB);

const into = () => {
  const parts: Buffer[] = [];
  const write = async (chunk: Uint8Array): Promise<void> => void parts.push(Buffer.from(chunk));
  return { sink: { write }, written: () => Buffer.concat(parts) };
};

describe('what comes again before a download goes on', () => {
  test('is compared and left out, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(60),
        fc.array(fc.integer({ min: 1, max: 20 })),
        async (all, kept, cuts) => {
          const expected = all.subarray(0, Math.min(kept, all.length));
          const { sink, written } = into();
          const overlap = overlapSink(sink, expected);
          for (let at = 0, cut = 0; at < all.length; cut += 1) {
            const length = cuts[cut] ?? 7;
            await overlap.write(all.subarray(at, at + length));
            at += length;
          }
          expect(overlap.isCompared).toBe(true);
          overlap.expectCompared();
          expect(written().equals(all.subarray(expected.length))).toBe(true);
        },
      ),
    );
  });

  test('ends at a difference, and nothing behind it is written, by writes under way either', async () => {
    const { sink, written } = into();
    const overlap = overlapSink(sink, Buffer.from('abcd'));
    await overlap.write(Buffer.from('ab'));
    const differs = { fault: { reason: 'content-mismatch' } };
    await expect(overlap.write(Buffer.from('cX behind'))).rejects.toMatchObject(differs);
    await expect(overlap.write(Buffer.from('more'))).rejects.toMatchObject(differs);
    expect(written()).toHaveLength(0);
  });

  test('that does not come whole was not compared', async () => {
    const overlap = overlapSink(into().sink, Buffer.from('abcd'));
    await overlap.write(Buffer.from('abc'));
    expect(overlap.isCompared).toBe(false);
    expect(() => overlap.expectCompared()).toThrow(/content-mismatch/);
  });

  test('is 64 KiB, or all there is', () => {
    expect([overlapOf(0), overlapOf(10), overlapOf(65_536), overlapOf(1_000_000)]).toEqual([0, 10, 65_536, 65_536]);
  });
});

const rests = ({ commands }: FakeServer): readonly string[] => commands.filter((line) => line.startsWith('REST'));

/** Breaks the first transfer by `verb` behind so many bytes, and does something before the next one. */
const brokenOnce = (server: FakeServer, verb: string, after: number, meanwhile: () => void | Promise<void>): void => {
  let times = 0;
  server.trouble = (said) => {
    if (said !== verb || times++ > 0) return null;
    return { after, fault: lostConnection('after-preliminary-reply') };
  };
  const { lease } = server.session;
  let leases = 0;
  Object.assign(server.session, {
    lease: async (signal: AbortSignal) => {
      if (leases++ === 1) await meanwhile();
      return await lease(signal);
    },
  });
};

describe('a broken download', () => {
  const received = async (change: (server: FakeServer, part: string) => void | Promise<void>) => {
    const server = new FakeServer();
    server.put('/a', CONTENT);
    const folder = await scratchFolder();
    brokenOnce(server, 'RETR', 192 * KIB, () => change(server, join(folder, '.a.longshore-part')));
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(await readdir(folder)).toEqual(['a']);
    return { server, here: await readFile(join(folder, 'a')) };
  };

  test('goes on a little before its end', async () => {
    const { server, here } = await received(() => {});
    expect(here.equals(CONTENT)).toBe(true);
    expect(rests(server)).toEqual([`REST ${128 * KIB}`]);
    expect(server.notes).toEqual([]);
  });

  test('whose part was spoilt meanwhile, as by a crash, comes again', async () => {
    const { server, here } = await received(async (_, part) => {
      const content = await readFile(part);
      content.fill(0, content.length - 10);
      await writeFile(part, content);
    });
    expect(here.equals(CONTENT)).toBe(true);
    expect(server.notes).toHaveLength(1);
  });

  test('of a file that has become another of the same size and time comes again', async () => {
    const other = Buffer.from(CONTENT.map((byte) => byte ^ 1));
    const { here } = await received((server) => server.put('/a', other));
    expect(here.equals(other)).toBe(true);
  });

  test('of a file with another time does not even begin to go on', async () => {
    const { server, here } = await received((there) => there.put('/a', CONTENT, Date.UTC(2026, 5, 1)));
    expect(here.equals(CONTENT)).toBe(true);
    expect(rests(server)).toEqual([]);
  });
});

describe('a broken upload', () => {
  const PART = '/.a.longshore-part';
  const sent = async (change: (server: FakeServer) => void, more: (server: FakeServer) => void = () => {}) => {
    const server = new FakeServer();
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), CONTENT);
    brokenOnce(server, 'STOR', 192 * KIB, () => change(server));
    more(server);
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect([...server.files.keys()]).toEqual(['/a']);
    expect(server.files.get('/a')?.content.equals(CONTENT)).toBe(true);
    return server;
  };
  const spoil = (server: FakeServer): void => {
    const part = server.files.get(PART);
    part?.content.fill(0, part.content.length - 10);
  };

  test('goes on where the end of what is there is the same', async () => {
    const server = await sent(() => {});
    expect(rests(server)).toEqual([`REST ${128 * KIB}`, `REST ${192 * KIB}`]);
  });

  test('is sent again where it is not', async () => {
    const server = await sent(spoil);
    expect(rests(server)).toEqual([`REST ${128 * KIB}`]);
    expect(server.notes).toHaveLength(1);
  });

  test('is compared by a checksum of that part where there is one', async () => {
    const server = await sent(
      () => {},
      (there) => {
        there.checksums = ['SHA-1'];
      },
    );
    expect(rests(server)).toEqual([`REST ${192 * KIB}`]);
    expect(server.commands).toContain(`HASH ${128 * KIB}-${192 * KIB} of ${PART}`);
  });

  test('a checksum that differs is not believed of a part alone', async () => {
    const server = await sent(
      () => {},
      (there) => {
        const { tellChecksum } = there;
        there.checksums = ['SHA-1'];
        there.tellChecksum = (algorithm, content) =>
          content.length === CONTENT.length ? tellChecksum(algorithm, content) : '0'.repeat(40);
      },
    );
    expect(rests(server)).toEqual([`REST ${128 * KIB}`, `REST ${192 * KIB}`]);
  });

  test('goes on by its length where what is there cannot be read, and says so', async () => {
    const server = await sent(
      () => {},
      (there) => {
        const { trouble } = there;
        there.trouble = (verb, path, connection) =>
          verb === 'RETR' ? { fault: replyFault('RETR', 550) } : trouble(verb, path, connection);
      },
    );
    expect(rests(server)).toEqual([`REST ${192 * KIB}`]);
    expect(server.notes).toMatchObject([expect.stringContaining('by its length alone')]);
  });
});

describe('"resume" of what was there before', () => {
  const firstPart = (spoilt: boolean): Buffer => {
    const half = Buffer.from(CONTENT.subarray(0, 100 * KIB));
    if (spoilt) half.fill(0, half.length - 1);
    return half;
  };

  test.each([false, true])('of a download, spoilt: %s', async (spoilt) => {
    const server = new FakeServer();
    server.put('/a', CONTENT);
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), firstPart(spoilt));
    const { queue, rows, quiet } = startQueue(server.sessions, { answer: answering('resume') });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a', 'file', CONTENT.length)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect((await readFile(join(folder, 'a'))).equals(CONTENT)).toBe(true);
    expect(server.commands.filter((line) => line === 'RETR /a')).toHaveLength(spoilt ? 2 : 1);
  });

  test.each([false, true])('of an upload, spoilt: %s', async (spoilt) => {
    const server = new FakeServer();
    server.put('/a', firstPart(spoilt));
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), CONTENT);
    const { queue, rows, quiet } = startQueue(server.sessions, { answer: answering('resume') });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a', 'file', CONTENT.length)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.files.get('/a')?.content.equals(CONTENT)).toBe(true);
    const stored = server.commands.filter((line) => line.startsWith('STOR'));
    // What is not the beginning of the file is left as it is until the whole one is there.
    expect(stored).toEqual([spoilt ? 'STOR /.a.longshore-part' : 'STOR /a']);
  });
});
