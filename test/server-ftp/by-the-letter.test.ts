import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { closedPort } from './data-port.ts';
import { RawClient, readAll } from './raw-client.ts';
import { rawSession } from './raw-session.ts';
import { startServerFtp } from './server-ftp.ts';

/** A promise and what settles it. */
const gate = (): { readonly opened: Promise<void>; open(): void } => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};

describe('access control (RFC 959 4.1.1)', () => {
  it('says 120 with the minutes, then 220, and answers afterwards what came before', async () => {
    const ready = gate();
    const server = await startServerFtp({ delayedGreeting: { minutes: 3, until: ready.opened } });
    const client = new RawClient(server);
    try {
      expect(await client.reply()).toBe('120 Service ready in 003 minutes.');
      client.send('NOOP');
      await server.received('NOOP');
      ready.open();
      expect(await client.reply()).toMatch(/^220 /);
      expect(await client.reply()).toMatch(/^200 /);
    } finally {
      client.close();
      await server.close();
    }
  });

  it('ignores what comes before the greeting where the script says so', async () => {
    const ready = gate();
    const server = await startServerFtp({
      dropsEarlyCommands: true,
      delayedGreeting: { minutes: 1, until: ready.opened },
    });
    const client = new RawClient(server);
    try {
      await client.reply();
      client.send('NOOP');
      await server.received('NOOP');
      ready.open();
      expect(await client.reply()).toMatch(/^220 /);
      expect(await client.command('SYST')).toMatch(/^530 /);
    } finally {
      client.close();
      await server.close();
    }
  });

  // "a 332 or 532 reply depending on whether it stores (pending receipt of the ACCounT command) or discards the command"
  it('wants an account for chosen commands', async () => {
    const { client, server } = await rawSession({
      files: { a: '1', b: '2' },
      accountWanted: { account: 'acme', by: { DELE: '532', MKD: '332' } },
    });
    expect(await client.command('DELE a')).toMatch(/^532 /);
    expect(await client.command('MKD d')).toMatch(/^332 /);
    expect(await client.command('ACCT other')).toMatch(/^530 /);
    expect(await client.command('ACCT acme')).toMatch(/^230 /);
    expect(await client.reply()).toMatch(/^257 /);
    expect(await client.command('DELE a')).toMatch(/^250 /);
    expect((await server.tree.list('/')).map(({ name }) => name).toSorted()).toEqual(['b', 'd']);
  });

  it('has SMNT as superfluous, and REIN back at the start', async () => {
    const { client } = await rawSession();
    expect(await client.command('SMNT x')).toMatch(/^202 /);
    expect(await client.command('REIN')).toMatch(/^220 /);
    expect(await client.command('PWD')).toMatch(/^530 /);
  });
});

describe('file commands (RFC 959 4.1.3)', () => {
  it('wants RNTO right behind RNFR', async () => {
    const { client } = await rawSession({ files: { a: '' } });
    expect(await client.command('RNFR a')).toMatch(/^350 /);
    await client.command('NOOP');
    expect(await client.command('RNTO b')).toMatch(/^250 /);
    await client.command('RNFR b');
    await client.command('PWD');
    expect(await client.command('RNTO a')).toMatch(/^503 /);
  });

  it('takes ALLO as it is written, and holds the client to it where it is required', async () => {
    const plain = await rawSession();
    expect(await plain.client.command('ALLO 5')).toMatch(/^202 /);
    expect(await plain.client.command('ALLO 5 R 2')).toMatch(/^202 /);
    expect(await plain.client.command('ALLO five')).toMatch(/^501 /);
    const { client, put } = await rawSession({ allocationRequired: true });
    expect(await put('STOR a', Buffer.from('abc'))).toEqual(['503 ALLO comes first.']);
    expect(await client.command('ALLO 3')).toMatch(/^200 /);
    expect(await put('STOR a', Buffer.from('abc'))).toEqual(['226 Transfer complete.']);
    await client.command('ALLO 2');
    expect(await put('STOR a', Buffer.from('abc'))).toEqual(['552 More than ALLO has reserved.']);
  });

  it.each([
    [undefined, /^150 FILE: unique-1$/, /^226 /],
    ['125', /^125 FILE: unique-1$/, /^226 /],
    ['250', /^150 /, /^250 FILE: unique-1$/],
  ] as const)('tells the name of STOU in the %s', async (uniqueNameIn, preliminary, completion) => {
    const { client } = await rawSession(uniqueNameIn ? { uniqueNameIn } : {});
    const socket = await client.passive();
    expect(await client.command('STOU')).toMatch(preliminary);
    socket.end('x');
    expect(await client.reply()).toMatch(completion);
  });

  it('tells its status, of itself with the parameters and of a transfer with the bytes', async () => {
    const more = gate();
    const { client, server } = await rawSession({
      files: { a: 'abcdef' },
      data: { RETR: { stopAfter: 3, endWhen: more.opened } },
    });
    for (const line of ['TYPE E T', 'STRU R', 'MODE B']) await client.command(line);
    expect(await client.command('STAT')).toMatch(/^211-.*\n TYPE E T; STRU R; MODE B\n/);
    for (const line of ['TYPE I', 'STRU F', 'MODE S']) await client.command(line);
    const socket = await client.passive();
    await client.command('RETR a');
    await once(socket, 'data');
    expect(await client.command('STAT')).toBe('213 RETR a: 3 bytes so far.');
    more.open();
    expect(await client.reply()).toMatch(/^226 /);
    expect(server.data).toHaveLength(1);
  });

  it('tells its status after the transfer where the script says so', async () => {
    const more = gate();
    const { client, server } = await rawSession({
      files: { a: 'abc' },
      status: 'after-transfer',
      data: { RETR: { endWhen: more.opened } },
    });
    const socket = await client.passive();
    socket.resume();
    await client.command('RETR a');
    client.send('STAT');
    await server.received('STAT');
    more.open();
    expect(await client.reply()).toMatch(/^226 /);
    expect(await client.reply()).toMatch(/^211-/);
  });

  it('lists its commands', async () => {
    const { client } = await rawSession();
    expect(await client.command('HELP')).toMatch(/^214-[\s\S]* ABOR [\s\S]* STOR [\s\S]*\n214 End\.$/);
    expect(await client.command('HELP stor')).toMatch(/^214 STOR/);
    expect(await client.command('HELP SITE')).toMatch(/^214 SITE CHMOD/);
    expect(await client.command('HELP FOO')).toMatch(/^502 /);
  });
});

describe('Telnet interrupt before a command', () => {
  const interrupted = Buffer.from([0xff, 0xf4, 0xff, 0xf2, ...Buffer.from('ABOR\r\n')]);
  it.each([
    [undefined, [/^226 /]],
    ['garbage', [/^500 /]],
    ['garbage-twice', [/^502 /, /^502 /]],
  ] as const)('%s', async (interrupt, replies) => {
    const { client } = await rawSession(interrupt ? { interrupt } : {});
    client.sendBytes(interrupted);
    if (interrupt === 'garbage-twice') client.send('');
    for (const reply of replies) expect(await client.reply()).toMatch(reply);
  });
});

describe('the default data port (RFC 959 3.2, 5.2)', () => {
  it('is called from L-1, one transfer after another', async () => {
    const { another, server } = await rawSession({ files: { a: 'abc' } });
    const client = await another(await closedPort('127.0.0.1'));
    for (let count = 0; count < 2; count += 1) {
      const { remotePort, text } = await client.defaultPort('RETR a');
      expect([remotePort, text]).toEqual([server.port - 1, 'abc']);
      expect(await client.reply()).toMatch(/^150 /);
      expect(await client.reply()).toMatch(/^226 /);
    }
  });

  it('is called from any port by a server without the right to L-1, or where somebody holds it', async () => {
    const unprivileged = await rawSession({ files: { a: 'abc' }, unprivileged: true });
    const free = await (await unprivileged.another(await closedPort('127.0.0.1'))).defaultPort('RETR a');
    expect(free.text).toBe('abc');
    expect(free.remotePort).not.toBe(unprivileged.server.port - 1);
    const { another, server } = await rawSession({ files: { a: 'abc' } });
    const client = await another(await closedPort('127.0.0.1'));
    const holder = createServer().listen(server.port - 1, '127.0.0.1');
    await once(holder, 'listening');
    try {
      expect((await client.defaultPort('RETR a')).text).toBe('abc');
    } finally {
      holder.close();
    }
  });
});

describe('everything at once', () => {
  it('answers during a transfer, and lets a new data port cut the running one', async () => {
    const never = new Promise<void>(() => {});
    const { client } = await rawSession({
      concurrent: true,
      files: { a: 'abc', b: 'bcd' },
      data: { 'RETR a': { endWhen: never } },
    });
    const first = await client.passive();
    const whole = readAll(first);
    expect(await client.command('RETR a')).toMatch(/^150 /);
    expect(await client.command('NOOP')).toMatch(/^200 /);
    const second = await client.passive();
    await whole;
    const other = readAll(second);
    expect(await client.command('RETR b')).toMatch(/^150 /);
    expect((await other).bytes.toString()).toBe('bcd');
    expect(await client.reply()).toMatch(/^226 /);
    expect(await client.command('SYST')).toMatch(/^215 /);
  });

  it('answers ABOR after the transfer it ends all the same', async () => {
    const { client } = await rawSession({
      concurrent: true,
      files: { a: 'abc' },
      data: { RETR: { endWhen: new Promise(() => {}) } },
    });
    const socket = await client.passive();
    socket.resume();
    await client.command('RETR a');
    expect(await client.command('ABOR')).toMatch(/^426 /);
    expect(await client.reply()).toMatch(/^226 /);
  });

  // RFC 959 3.2: "In general, it is the server's responsibility to maintain the data connection--to initiate it and to
  // close it."
  it('closes after an explicit EOF, and does not wait for a client that does not follow', async () => {
    const { client, server } = await rawSession();
    await client.command('MODE B');
    const socket = await client.passive();
    socket.allowHalfOpen = true;
    socket.resume();
    await client.command('STOR a');
    socket.write(Buffer.from([64, 0, 1, 0x61]));
    await once(socket, 'end');
    expect(await client.reply()).toMatch(/^226 /);
    expect((await server.content('a')).toString()).toBe('a');
  });

  it('holds the 226 until the client has closed', async () => {
    const { client } = await rawSession({ holdsCompletion: true, files: { a: 'abc' }, concurrent: true });
    const socket = await client.passive();
    socket.allowHalfOpen = true;
    await client.command('RETR a');
    socket.resume();
    await once(socket, 'end');
    expect(await client.command('NOOP')).toMatch(/^200 /);
    socket.end();
    expect(await client.reply()).toMatch(/^226 /);
  });
});

describe('round trips', () => {
  it('counts what waits for what, not what is sent', async () => {
    const server = await startServerFtp({ files: { a: 'abc' }, roundTrip: 30 });
    const client = new RawClient(server);
    try {
      const trips = (): number | undefined => server.connections[0]?.roundTrips;
      await client.reply();
      expect(trips()).toBe(1);
      client.send('USER tester\r\nPASS tester-pw\r\nTYPE I');
      for (let count = 0; count < 3; count += 1) await client.reply();
      expect(trips()).toBe(2);
      // EPSV, and then the connection with the RETR beside it: its data takes two more.
      const socket = await client.passive();
      expect(trips()).toBe(3);
      client.send('RETR a');
      expect((await readAll(socket)).bytes.toString()).toBe('abc');
      for (let count = 0; count < 2; count += 1) await client.reply();
      expect(trips()).toBe(5);
      await client.command('NOOP');
      await client.command('NOOP');
      expect(trips()).toBe(7);
    } finally {
      client.close();
      await server.close();
    }
  });
});
