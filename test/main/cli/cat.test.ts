import { expect, test } from 'vitest';
import { run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

test('files come one behind another, byte for byte, and nothing else', async () => {
  const server = await serve({ files: { one: EVERY_BYTE, two: 'second', three: Buffer.alloc(300_000, 7) } });
  const { status, output, errors } = await run([
    'cat',
    ...['one', 'two', 'three'].map((path) => urlOf(server, path)),
    ...CLEAR,
  ]);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const expected = Buffer.concat([EVERY_BYTE, Buffer.from('second'), Buffer.alloc(300_000, 7)]);
  expect(Buffer.from(output, 'latin1').equals(expected)).toBe(true);
});

test('text comes with the line ends of this system', async () => {
  const server = await serve({ files: { text: 'one\ntwo\n' } });
  const { output } = await run(['cat', '--type', 'a', urlOf(server, 'text'), ...CLEAR]);
  expect(output).toBe('one\ntwo\n');
  expect(server.commands).toContain('TYPE A');
});

test('one that is not there does not keep the next from coming', async () => {
  const server = await serve({ files: { two: 'second' } });
  const { status, output, errors } = await run(['cat', urlOf(server, 'none'), urlOf(server, 'two'), ...CLEAR]);
  expect({ status, output }).toEqual({ status: 1, output: 'second' });
  expect(errors).toMatch(/^longshore: 127\.0\.0\.1\/none: the server answered RETR with 550 /);
});

test('a folder is no file', async () => {
  expect(await run(['cat', 'ftp://host/docs/'])).toMatchObject({ status: 2 });
});

test('options that mean nothing together are refused before anybody is asked', async () => {
  const server = await serve({ files: { a: 'a' } });
  const { status, errors } = await run(['cat', '--structure', 'page', `${urlOf(server, 'a')};type=a`, ...CLEAR]);
  expect(status).toBe(2);
  expect(errors).toContain('--structure page goes with --type i and l8 only');
  expect(server.connections).toEqual([]);
});
