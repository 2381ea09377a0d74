import { describe, expect, it } from 'vitest';
import type { RawClient } from './raw-client.ts';
import { rawSession } from './raw-session.ts';
import type { ServerScript } from './server-ftp.ts';

const hostPort = (reply: string | null): string => /\((.*)\)/.exec(reply ?? '')?.[1] ?? '';

const twoServers = async (source: ServerScript, target: ServerScript = {}) => {
  const from = await rawSession({ files: { a: 'from one to the other' }, ...source });
  const to = await rawSession({ address: '127.0.0.2', ...target });
  return { from, to };
};

/** RFC 959 5.2, figure 3: the one listens, the other is told where, both get their transfer command. */
const transfer = async (
  listening: RawClient,
  calling: RawClient,
  commands: readonly [string, string],
  verb = 'PASV',
) => {
  const port = await calling.command(`PORT ${hostPort(await listening.command(verb))}`);
  if (!port?.startsWith('200')) return [port];
  listening.send(commands[0]);
  calling.send(commands[1]);
  return Promise.all([listening, calling].map(async (client) => [await client.reply(), await client.reply()][1]));
};

const DONE = ['226 Transfer complete.', '226 Transfer complete.'];

describe('in the clear', () => {
  it('moves a file, whichever of the two listens', async () => {
    const { from, to } = await twoServers({});
    expect(await transfer(to.client, from.client, ['STOR b', 'RETR a'])).toEqual(DONE);
    expect(await transfer(from.client, to.client, ['RETR a', 'STOR c'])).toEqual(DONE);
    for (const name of ['b', 'c']) expect((await to.server.content(name)).toString()).toBe('from one to the other');
  });

  it.each(['500', '501', '504'] as const)('refuses a foreign address with %s', async (code) => {
    const { from, to } = await twoServers({ refusesForeignAddress: code });
    const [reply] = await transfer(to.client, from.client, ['STOR b', 'RETR a']);
    expect(reply).toMatch(new RegExp(`^${code} .*foreign address`));
    expect(await from.client.command('PORT 127,0,0,1,200,10')).toMatch(/^200 /);
  });

  it('turns a stranger at its passive port away', async () => {
    const { from, to } = await twoServers({ address: '127.0.0.3' }, { refusesForeignPeer: true });
    await from.client.command(`PORT ${hostPort(await to.client.command('PASV'))}`);
    to.client.send('STOR b');
    from.client.send('RETR a');
    expect(await to.client.reply()).toMatch(/^425 /);
  });
});

describe('over TLS', () => {
  const secured = async () => {
    const servers = await twoServers({ tls: {} }, { tls: {}, address: '127.0.0.1' });
    for (const { client } of [servers.from, servers.to]) {
      expect(await client.command('AUTH TLS')).toMatch(/^234 /);
      await client.startTls();
    }
    return servers;
  };

  it('with CPSV, whose server begins the handshake', async () => {
    const { from, to } = await secured();
    expect(await transfer(to.client, from.client, ['STOR b', 'RETR a'], 'CPSV')).toEqual(DONE);
    expect((await to.server.content('b')).toString()).toBe('from one to the other');
    expect([from.server.data[0]?.tls, to.server.data[0]?.tls]).not.toContain(null);
  });

  it('with SSCN ON, on either side', async () => {
    const { from, to } = await secured();
    expect(await from.client.command('SSCN')).toBe('200 SSCN:SERVER METHOD');
    expect(await from.client.command('SSCN ON')).toBe('200 SSCN:CLIENT METHOD');
    expect(await transfer(to.client, from.client, ['STOR b', 'RETR a'])).toEqual(DONE);
    expect(await from.client.command('SSCN OFF')).toBe('200 SSCN:SERVER METHOD');
    await to.client.command('SSCN ON');
    expect(await transfer(to.client, from.client, ['STOR c', 'RETR a'])).toEqual(DONE);
    for (const name of ['b', 'c']) expect((await to.server.content(name)).toString()).toBe('from one to the other');
  });

  it('is told by FEAT, and wants AUTH first', async () => {
    const { client } = await rawSession({ tls: {} });
    expect(await client.command('FEAT')).toMatch(/\n CPSV\n[\s\S]*\n SSCN\n/);
    expect(await client.command('SSCN ON')).toMatch(/^503 /);
    expect(await client.command('CPSV')).toMatch(/^503 /);
  });
});
