import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { wire } from '../codecs/samples.ts';
import { rawSession } from '../raw-session.ts';

const ALL_BYTES = Buffer.from(Array.from({ length: 1_024 }, (_, at) => at & 0xff));

describe('TYPE, STRU and MODE', () => {
  it.each([
    ['TYPE A', '200'],
    ['type a t', '200'],
    ['TYPE E C', '200'],
    ['TYPE I', '200'],
    ['TYPE L 8', '200'],
    ['TYPE L 36', '504'],
    ['TYPE L', '501'],
    ['TYPE I N', '501'],
    ['TYPE A X', '501'],
    ['TYPE Q', '501'],
    ['STRU r', '200'],
    ['STRU P', '200'],
    ['STRU F', '200'],
    ['STRU X', '501'],
    ['MODE B', '200'],
    ['MODE c', '200'],
    ['MODE Z', '200'],
    ['MODE X', '501'],
  ])('%s: %s', async (line, code) => {
    const { client } = await rawSession();
    expect(await client.command(line)).toMatch(new RegExp(`^${code} `));
  });
});

describe('one file in every form', () => {
  const text = 'ab\n\xffc\n';
  it.each([
    ['I', 'F', 'S', wire("'ab' 0A FF 'c' 0A")],
    ['A', 'F', 'S', wire("'ab' 0D 0A FF 'c' 0D 0A")],
    ['E', 'F', 'S', wire('81 82 15 DF 83 15')],
    ['I', 'R', 'S', wire("'ab' FF 01 FF FF 'c' FF 03")],
    ['A', 'R', 'S', wire("'ab' FF 01 FF FF 'c' FF 03")],
    ['E', 'R', 'S', wire('81 82 FF 01 DF 83 FF 03')],
    ['I', 'P', 'S', wire("04 00 06 01 'ab' 0A FF 'c' 0A 04 00 00 00")],
    ['A', 'P', 'S', wire("04 00 08 01 'ab' 0D 0A FF 'c' 0D 0A 04 00 00 00")],
    ['I', 'F', 'B', wire("40 00 06 'ab' 0A FF 'c' 0A")],
    ['L 8', 'R', 'B', wire("80 00 02 'ab' C0 00 02 FF 'c'")],
    ['I', 'P', 'B', wire("00 00 0A 04 00 06 01 'ab' 0A FF 'c' 0A 40 00 04 04 00 00 00")],
    ['I', 'F', 'C', wire("00 40 06 'ab' 0A FF 'c' 0A")],
    ['E', 'R', 'C', wire('00 80 02 81 82 00 C0 02 DF 83')],
    ['I', 'P', 'C', wire("0A 04 00 06 01 'ab' 0A FF 'c' 0A 01 04 00 40 C3")],
  ])('TYPE %s, STRU %s, MODE %s, both ways', async (type, structure, mode, bytes) => {
    const { server, client, get, put } = await rawSession({ files: { a: { content: Buffer.from(text, 'latin1') } } });
    for (const line of [`TYPE ${type}`, `STRU ${structure}`, `MODE ${mode}`]) await client.command(line);
    expect(await get('RETR a')).toEqual({ bytes, reply: '226 Transfer complete.' });
    expect(await put('STOR b', bytes)).toEqual(['226 Transfer complete.']);
    expect((await server.content('b')).toString('latin1')).toBe(text);
  });

  it('in MODE Z what stream mode would be, deflated', async () => {
    const { server, client, get, put } = await rawSession({ files: { a: ALL_BYTES } });
    await client.command('MODE Z');
    expect(inflateSync((await get('RETR a')).bytes)).toEqual(ALL_BYTES);
    expect(await put('STOR b', deflateSync(ALL_BYTES))).toEqual(['226 Transfer complete.']);
    expect(await server.content('b')).toEqual(ALL_BYTES);
  });

  // RFC 959 3.1.2: "it must also be invertible so that an identical file may be retrieved using record structure".
  it('keeps records that hold line ends, and shows them as lines', async () => {
    const { server, client, get, put } = await rawSession();
    await client.command('STRU R');
    const bytes = wire("'a' 0A 'b' FF 01 FF 01 'c' FF 03");
    await put('STOR r', bytes);
    expect((await server.records('r')).map(String)).toEqual(['a\nb', '', 'c']);
    expect((await get('RETR r')).bytes).toEqual(bytes);
    await client.command('STRU F');
    expect((await get('RETR r')).bytes.toString()).toBe('a\nb\n\nc\n');
  });

  it('keeps pages with their holes and headers, and shows their data in order', async () => {
    const page = (index: number, type: 1 | 2 | 3, fields: number[], data: string) => ({
      index,
      type,
      fields,
      data: Buffer.from(data),
    });
    const pages = [page(0, 2, [9], 'about'), page(7, 3, [1], 'late'), page(2, 1, [], 'early')];
    const { server, client, get, put } = await rawSession({ files: { p: { pages } } });
    await client.command('STRU P');
    const { bytes } = await get('RETR p');
    expect(bytes).toEqual(wire("05 00 05 02 09 'about' 05 07 04 03 01 'late' 04 02 05 01 'early' 04 00 00 00"));
    await put('STOR q', bytes);
    expect(await server.pages('q')).toEqual(pages);
    expect((await server.content('q')).toString()).toBe('earlylate');
  });

  it('appends records to records and bytes to bytes', async () => {
    const { server, client, put } = await rawSession({ files: { r: { records: ['one'] }, f: 'x' } });
    await put('APPE f', Buffer.from('y'));
    await client.command('STRU R');
    await put('APPE r', wire("'two' FF 03"));
    expect((await server.records('r')).map(String)).toEqual(['one', 'two']);
    expect((await server.content('f')).toString()).toBe('xy');
  });
});

describe('a listing', () => {
  it.each([
    ['A', 'F', 'S', wire("'a' 0D 0A 'b' 0D 0A")],
    ['I', 'F', 'S', wire("'a' 0D 0A 'b' 0D 0A")],
    ['E', 'F', 'S', wire('81 15 82 15')],
    ['A', 'R', 'S', wire("'a' FF 01 'b' FF 03")],
    ['A', 'F', 'B', wire("40 00 06 'a' 0D 0A 'b' 0D 0A")],
  ])('in TYPE %s, STRU %s, MODE %s', async (type, structure, mode, bytes) => {
    const { client, get } = await rawSession({ files: { a: '', b: '' } });
    for (const line of [`TYPE ${type}`, `STRU ${structure}`, `MODE ${mode}`]) await client.command(line);
    expect((await get('NLST')).bytes).toEqual(bytes);
  });

  it('is not to be had in pages', async () => {
    const { client, get } = await rawSession();
    await client.command('STRU P');
    expect((await get('LIST')).reply).toMatch(/^501 /);
  });
});

describe('what the client sends wrong is said', () => {
  it.each([
    ['A', 'F', 'S', "'a' 0A", '451 LF without CR in TYPE A.'],
    ['I', 'R', 'S', "'a' FF 02", '451 EOF without the EOR of the last record.'],
    ['I', 'R', 'S', "'a' FF 01", '426 Connection closed without EOF in stream mode.'],
    ['I', 'F', 'B', "80 00 01 'a' 40 00 00", '451 EOR in file structure.'],
    ['I', 'P', 'S', "04 00 01 01 'a'", '426 EOF without a last page.'],
    ['I', 'P', 'S', '04 00 00 05', '551 Page type 5 unknown.'],
    ['I', 'P', 'S', '04 01 00 01 04 01 00 01', '451 Page 1 twice.'],
    ['I', 'F', 'C', "01 'a'", '426 Connection closed without EOF in compressed mode.'],
  ])('TYPE %s, STRU %s, MODE %s: %s', async (type, structure, mode, bytes, reply) => {
    const { client, put } = await rawSession();
    for (const line of [`TYPE ${type}`, `STRU ${structure}`, `MODE ${mode}`]) await client.command(line);
    expect(await put('STOR x', wire(bytes))).toEqual([reply]);
    expect(await client.command('NOOP')).toMatch(/^200 /);
  });
});
