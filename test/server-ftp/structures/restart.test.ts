import { describe, expect, it } from 'vitest';
import { wire } from '../codecs/samples.ts';
import { rawSession } from '../raw-session.ts';

// RFC 959 3.5: "The sender of the data inserts an appropriate marker block in the data stream at a convenient point."
describe('the server sends', () => {
  it('markers in file structure, and goes on from one', async () => {
    const { client, get } = await rawSession({ files: { a: 'abcdef' }, transmission: { markEvery: 2 } });
    await client.command('MODE B');
    expect((await get('RETR a')).bytes).toEqual(
      wire("00 00 02 'ab' 10 00 08 'M-000001' 00 00 02 'cd' 10 00 08 'M-000002' 40 00 02 'ef'"),
    );
    expect(await client.command('REST M-000002')).toMatch(/^350 /);
    expect((await get('RETR a')).bytes).toEqual(wire("40 00 02 'ef'"));
    await client.command('MODE C');
    await client.command('REST M-000001');
    expect((await get('RETR a')).bytes).toEqual(wire("02 'cd' 00 10 08 'M-000003' 00 40 02 'ef'"));
  });

  it('markers between records, and inside them where that is asked for', async () => {
    const files = { r: { records: ['abcde', 'f'] } };
    const between = await rawSession({ files, transmission: { markEvery: 2 } });
    for (const line of ['STRU R', 'MODE B']) await between.client.command(line);
    expect((await between.get('RETR r')).bytes).toEqual(wire("80 00 05 'abcde' 10 00 08 'M-000001' C0 00 01 'f'"));
    const inside = await rawSession({ files, transmission: { markEvery: 2, marksInsideRecords: true } });
    for (const line of ['STRU R', 'MODE B']) await inside.client.command(line);
    expect((await inside.get('RETR r')).bytes).toEqual(
      wire("00 00 02 'ab' 10 00 08 'M-000001' 00 00 02 'cd' 10 00 08 'M-000002' 80 00 01 'e' C0 00 01 'f'"),
    );
    await inside.client.command('REST M-000002');
    expect((await inside.get('RETR r')).bytes).toEqual(wire("80 00 01 'e' C0 00 01 'f'"));
  });

  it('markers between pages', async () => {
    const pages = [0, 4].map((index) => ({ index, type: 1 as const, fields: [], data: Buffer.from('xy') }));
    const { client, get } = await rawSession({ files: { p: { pages } }, transmission: { markEvery: 1 } });
    for (const line of ['STRU P', 'MODE B']) await client.command(line);
    expect((await get('RETR p')).bytes).toEqual(
      wire("00 00 06 04 00 02 01 'xy' 10 00 08 'M-000001' 00 00 06 04 04 02 01 'xy' 40 00 04 04 00 00 00"),
    );
    await client.command('REST M-000001');
    expect((await get('RETR p')).bytes).toEqual(wire("00 00 06 04 04 02 01 'xy' 40 00 04 04 00 00 00"));
  });

  it('no marker in stream mode, nor where the script has none', async () => {
    const { client, get } = await rawSession({ files: { a: 'ab' }, transmission: { markEvery: 0 } });
    expect((await get('RETR a')).bytes.toString()).toBe('ab');
    await client.command('MODE B');
    expect((await get('RETR a')).bytes).toEqual(wire("40 00 02 'ab'"));
  });

  it('suspect data where the script says so', async () => {
    const { client, get } = await rawSession({
      files: { a: 'abcd' },
      data: { RETR: { transmission: { suspect: { from: 1, to: 3 } } } },
    });
    await client.command('MODE B');
    expect((await get('RETR a')).bytes).toEqual(wire("00 00 01 'a' 20 00 02 'bc' 40 00 01 'd'"));
  });
});

// RFC 959 4.2.1: "110 Restart marker reply. In this case, the text is exact": MARK yyyy = mmmm.
describe('the server receives', () => {
  it('answers markers at once, and goes on from its own after the connection broke', async () => {
    const { server, client, put, another } = await rawSession();
    for (const line of ['TYPE A', 'MODE B']) await client.command(line);
    expect(await put('STOR a', wire("00 00 03 'a' 0D 0A 10 00 02 'c1' 00 00 02 'xx'"))).toEqual([
      '110 MARK c1 = M-000001',
      '426 Connection closed without EOF in block mode.',
    ]);
    client.close();
    const again = await another();
    for (const line of ['TYPE A', 'MODE B']) await again.command(line);
    expect(await again.command('REST M-000001')).toMatch(/^350 /);
    const socket = await again.passive();
    await again.command('STOR a');
    socket.end(wire("40 00 02 'bc'"));
    expect(await again.reply()).toMatch(/^226 /);
    expect((await server.content('a')).toString()).toBe('a\nbc');
  });

  it.each([
    ['R', "80 00 02 'ab' 00 00 01 'c' 10 00 02 'c1' 00 00 01 '?'", "80 00 01 'd' C0 00 01 'e'", ['ab', 'cd', 'e']],
    ['R', "80 00 02 'ab' 10 00 02 'c1' 80 00 01 '?'", "C0 00 01 'd'", ['ab', 'd']],
  ])('in STRU %s: %s, then %s', async (structure, broken, rest, records) => {
    const { server, client, put } = await rawSession();
    for (const line of [`STRU ${structure}`, 'MODE B']) await client.command(line);
    expect((await put('STOR a', wire(broken)))[0]).toBe('110 MARK c1 = M-000001');
    await client.command('REST M-000001');
    expect(await put('STOR a', wire(rest))).toEqual(['226 Transfer complete.']);
    expect((await server.records('a')).map(String)).toEqual(records);
  });

  it('in pages', async () => {
    const { server, client, put } = await rawSession();
    for (const line of ['STRU P', 'MODE C']) await client.command(line);
    // The second page is not whole where the second marker stands: no place to go on from.
    expect(await put('STOR a', wire("05 04 05 01 01 'x' 00 10 01 'm' 02 04 06 00 10 01 'n'"))).toEqual([
      '110 MARK m = M-000001',
      '426 Connection closed without EOF in compressed mode.',
    ]);
    await client.command('REST M-000001');
    expect(await put('STOR a', wire("05 04 09 01 01 'y' 00 40 04 04 00 00 00"))).toEqual(['226 Transfer complete.']);
    expect((await server.pages('a')).map(({ index, data }) => [index, String(data)])).toEqual([
      [5, 'x'],
      [9, 'y'],
    ]);
  });

  it('does not mark a place between CR and LF', async () => {
    const { client, put } = await rawSession();
    for (const line of ['TYPE A', 'MODE B']) await client.command(line);
    expect(await put('STOR a', wire("00 00 02 'a' 0D 10 00 01 'm' 40 00 01 0A"))).toEqual(['226 Transfer complete.']);
  });
});

describe('REST', () => {
  it('takes a marker in block and compressed mode, a number in the others', async () => {
    const { client } = await rawSession();
    expect(await client.command('REST 5')).toMatch(/^350 /);
    expect(await client.command('REST M-000001')).toMatch(/^501 /);
    await client.command('MODE B');
    expect(await client.command('REST 5')).toMatch(/^501 /);
    expect(await client.command('REST 0')).toMatch(/^350 /);
  });

  it('is good for the same file in the same structure alone', async () => {
    const { client, get } = await rawSession({ files: { a: 'abcd', b: 'abcd' }, transmission: { markEvery: 2 } });
    await client.command('MODE B');
    await get('RETR a');
    await client.command('REST M-000001');
    expect((await get('RETR b')).reply).toMatch(/^501 /);
    for (const line of ['STRU R', 'REST M-000001']) await client.command(line);
    expect((await get('RETR a')).reply).toMatch(/^501 /);
    for (const line of ['MODE S', 'REST 2']) await client.command(line);
    expect((await get('RETR a')).reply).toMatch(/^501 /);
  });
});
