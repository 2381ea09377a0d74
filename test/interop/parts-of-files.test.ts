import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinPathname } from '#shared/ftp/pathname.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { atOffset, defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import { sampleBytes } from '../conversations/conversation.ts';
import { connectTo, retrieveAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import type { RealServer } from './servers/real-server.ts';

const content = sampleBytes(24 * 1024 * 1024);

const retrievePart = async (ftp: UserFtp, from: number, length: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const sink = { write: async (chunk: Uint8Array): Promise<void> => void parts.push(Buffer.from(chunk)) };
  const options = { ...defaultTransferOptions(), start: atOffset(from), extent: { length }, counter: { bytes: 0 } };
  const { bytes } = await ftp.retrieve(joinPathname(ftp.home, 'large.bin'), sink, options);
  expect(bytes).toBe(options.counter.bytes);
  return Buffer.concat(parts);
};

const partsCome = (server: () => RealServer, security: 'none' | 'explicit'): void => {
  it('come from any place, as long as they are wanted, and the session goes on', async () => {
    const { root } = server();
    await writeFile(join(root, 'large.bin'), content);
    await writeFile(join(root, 'small.txt'), 'small');
    const learned = nothingLearned();
    const ftp = await connectTo(server(), { learned, security });
    for (const [from, length] of [
      [0, 1],
      [5_000_000, 1_000_000],
      [6_000_000, 8_000_000],
      [0, 3_000_000],
      [content.length - 70_000, 70_000],
      [content.length - 10, 10],
    ] as const) {
      const part = await retrievePart(ftp, from, length);
      expect(part.equals(content.subarray(from, from + length))).toBe(true);
      expect(await ftp.workingDirectory()).toBe(ftp.home);
    }
    expect((await retrieveAll(ftp, joinPathname(ftp.home, 'small.txt'))).toString()).toBe('small');
    expect(learned).toMatchObject({ interruptFails: false, pipeliningFails: false, passiveFails: false });
    ftp.destroy();
  }, 60_000);
};

onEveryServer('parts of a file in the clear', (server) => partsCome(server, 'none'));
onEveryServer('parts of a file over TLS', (server) => partsCome(server, 'explicit'), {
  tls: 'any',
  which: (known) => known.tls,
});
