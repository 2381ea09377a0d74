import { expect, test } from 'vitest';
import { jsonLines, run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];

test('what a server sends does not draw on the screen', async () => {
  const server = await serve({ replies: { NOOP: '200 a\u001b]0;title\u0007\u009b2J' } });
  const { output } = await run(['raw', urlOf(server, ''), 'NOOP', ...CLEAR]);
  expect(output).toBe('200 a\u241b]0;title\u2407\ufffd2J\n');
});

test('every reply is printed', async () => {
  const server = await serve({ replies: { HELP: '214-First\r\n second\r\n214 Last', NOOP: '200 Yes.' } });
  const { status, output } = await run(['raw', urlOf(server, ''), 'NOOP', 'HELP', ...CLEAR]);
  expect(status).toBe(0);
  expect(output).toMatch(/^200 Yes\.\n214-First\n214-.*second\n214 Last\n$/);
});

test('a refusal is status 1 and does not keep the next from being sent', async () => {
  const server = await serve({ replies: { 'SITE BOOM': '500 No.' } });
  const { status, output } = await run(['raw', urlOf(server, ''), '--json', 'SITE BOOM', 'NOOP', ...CLEAR]);
  expect(status).toBe(1);
  expect(jsonLines(output)).toEqual([
    { command: 'SITE', code: 500, lines: ['No.'] },
    { command: 'NOOP', code: 200, lines: [expect.any(String)] },
  ]);
});

test.each(['NOOP\r\nDELE a', 'NOOP\nDELE a', 'NOOP\0'])('%j is refused for safety', async (command) => {
  const server = await serve();
  const { status } = await run(['raw', urlOf(server, ''), command, ...CLEAR]);
  expect(status).toBe(5);
  expect(server.commands.some((line) => line.startsWith('NOOP') || line.startsWith('DELE'))).toBe(false);
});

test('what a command lists is printed behind its replies', async () => {
  const server = await serve({ files: { a: '1', b: '2' } });
  const command = ['raw', urlOf(server, ''), 'NLST', ...CLEAR];
  const { status, output } = await run(command);
  expect(status).toBe(0);
  expect(output).toMatch(/^150 .*\n226 .*\na\nb\n$/);
  expect(jsonLines((await run([...command, '--json'])).output).at(-1)).toEqual({
    command: 'NLST',
    listing: { lines: ['a', 'b'], cut: false },
  });
});

test('a command that moves a file is not sent, and its place is named', async () => {
  const server = await serve();
  const { status, errors } = await run(['raw', urlOf(server, ''), 'RETR a', ...CLEAR]);
  expect(status).toBe(1);
  expect(errors).toContain('RETR moves a file: use get or put');
  expect(server.commands).not.toContain('RETR a');
});
