import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type LearnedFacts, nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { DataSink, DataSource } from '../../src/main/ftp/engine.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

/** More than the buffers between two sockets of one machine hold. */
const LENGTH = 24 * 1024 * 1024;
const content = Buffer.alloc(LENGTH, 'every byte has its place; ');
const BEAT_MS = 30;
const LONG_MS = 8 * BEAT_MS;

onEveryServer('signs of life during long transfers', (server, known) => {
  const learned: LearnedFacts = nothingLearned();
  const said: string[] = [];
  const observer = {
    command: (line: string) => said.push(line),
    reply: ({ code }: { readonly code: number }) => said.push(String(code)),
    note: () => {},
  };
  const connect = () => connectTo(server(), { learned, observer, keepAliveMs: BEAT_MS });
  const noops = (): number => said.filter((line) => line === 'NOOP').length;

  it('do no harm, whatever the server makes of them', async () => {
    const connection = await connect();
    const path = joinPathname(connection.home, 'long');
    await storeAll(connection, path, content);
    // Two at a time, so that it is known what the server does with what comes along with a transfer.
    await Promise.all([retrieveAll(connection, path), retrieveAll(connection, path)]);

    const chunks: Buffer[] = [];
    const slowed = pause(LONG_MS);
    const slowly: DataSink = {
      write: async (chunk) => {
        chunks.push(Buffer.from(chunk));
        await slowed;
      },
    };
    await connection.retrieve(path, slowly, { ...defaultTransferOptions(), counter: { bytes: 0 } });
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    expect(noops()).toBeGreaterThan(0);
    expect(await connection.size(path)).toBe(LENGTH);

    let at = 0;
    const source: DataSource = {
      read: async (into) => {
        if (at > LENGTH / 2 && at < LENGTH / 2 + into.length) await pause(LONG_MS);
        const piece = content.subarray(at, at + into.length);
        into.set(piece);
        at += piece.length;
        return piece.length;
      },
    };
    await connection.store(`${path}-too`, source, { ...defaultTransferOptions(), counter: { bytes: 0 } });
    expect((await retrieveAll(connection, `${path}-too`)).equals(content)).toBe(true);
    // Pure-FTPd alone refuses one, and is sent no more of them on that connection once that was read.
    const refused = said.indexOf('500');
    expect(refused >= 0).toBe(known.name === 'Pure-FTPd');
    if (refused >= 0) expect(said.slice(refused)).not.toContain('NOOP');
    await connection.delete(path);
    await connection.delete(`${path}-too`);
  });
});
