import { afterEach, describe, expect, it } from 'vitest';
import { RawClient, readAll } from './raw-client.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from './server-ftp.ts';

const leftovers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const leftover of leftovers.splice(0).reverse()) await leftover();
});

const secured = async (script: ServerScript): Promise<{ server: ServerFtp; client: RawClient }> => {
  const server = await startServerFtp({ files: { a: Buffer.alloc(100_000, 1) }, ...script });
  leftovers.push(() => server.close());
  const client = new RawClient(server);
  leftovers.push(() => client.close());
  await client.reply();
  expect(await client.command('AUTH TLS')).toMatch(/^234 /);
  await client.startTls();
  await client.command('USER tester');
  await client.command('PASS tester-pw');
  await client.command('TYPE I');
  return { server, client };
};

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('TLS by script, %s', (version) => {
  it('resumes on every data connection, passive and active', async () => {
    const { server, client } = await secured({ tls: { version, requireResumption: '522' } });
    const passive = await client.passive('resume');
    client.send('RETR a');
    expect((await readAll(passive)).bytes).toHaveLength(100_000);
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^226 /);
    const active = await client.active('RETR a', 'resume');
    expect((await readAll(active)).bytes).toHaveLength(100_000);
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^226 /);
    const upload = await client.passive('resume');
    expect(await client.command('STOR b')).toMatch(/^150 /);
    upload.end('hello');
    expect(await client.reply()).toMatch(/^226 /);
    expect((await server.content('b')).toString()).toBe('hello');
    expect(server.data.map(({ tls }) => tls)).toEqual(Array(3).fill({ resumed: true, protocol: version }));
  });

  it('refuses a data connection that did not resume', async () => {
    const { client } = await secured({ tls: { version, requireResumption: '522' } });
    const fresh = await client.passive('fresh');
    client.send('RETR a');
    expect((await readAll(fresh)).bytes).toHaveLength(0);
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^522 /);
  });

  it('ends without close_notify, and shows another certificate on the data connection', async () => {
    const { client } = await secured({
      tls: { version, dataCertificate: 'other' },
      data: { RETR: { ending: 'no-close-notify', stopAfter: 10 } },
    });
    const socket = await client.passive('resume');
    client.send('RETR a');
    let name = '';
    socket.once('secureConnect', () => {
      if ('getPeerCertificate' in socket && typeof socket.getPeerCertificate === 'function')
        name = socket.getPeerCertificate().subject.CN;
    });
    expect((await readAll(socket)).bytes).toHaveLength(10);
    expect(name).toBe('other.longshore.test');
  });
});

describe('TLS from both ends of good manners', () => {
  it('puts words in the clear behind the 234 where the script has an attacker', async () => {
    const server = await startServerFtp({ tls: { injectAfterAuth: '230 you are in\r\n' } });
    leftovers.push(() => server.close());
    const client = new RawClient(server);
    leftovers.push(() => client.close());
    await client.reply();
    expect(await client.command('AUTH TLS')).toMatch(/^234 /);
    expect(await client.characters(16)).toBe('230 you are in\r\n');
  });

  it('refuses logins in the clear where TLS is required', async () => {
    const server = await startServerFtp({ tls: { required: true } });
    leftovers.push(() => server.close());
    const client = new RawClient(server);
    leftovers.push(() => client.close());
    await client.reply();
    expect(await client.command('USER tester')).toMatch(/^530 /);
  });
});
