import { expect, test } from 'vitest';
import { run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];

test('SITE CHMOD with the mode as it is given', async () => {
  const server = await serve({ files: { 'a.txt': 'a', 'b.txt': 'b' } });
  const ran = await run(['chmod', '640', urlOf(server, 'a.txt'), urlOf(server, 'b.txt'), ...CLEAR]);
  expect(ran).toMatchObject({ status: 0, errors: '' });
  expect(server.commands).toContain('SITE CHMOD 640 /a.txt');
  expect(server.commands).toContain('SITE CHMOD 640 /b.txt');
});

test('a server that knows no modes says so', async () => {
  const server = await serve({ files: { 'a.txt': 'a' }, replies: { SITE: '502 No.' } });
  const { status, errors } = await run(['chmod', '640', urlOf(server, 'a.txt'), ...CLEAR]);
  expect(status).toBe(1);
  expect(errors).toBe('longshore: /a.txt: the server answered SITE with 502 No.\n');
});

test.each(['u+x', '9', '64', '10000', ''])('%j is no mode', async (mode) => {
  expect(await run(['chmod', mode, 'ftp://host/a'])).toMatchObject({ status: 2 });
});
