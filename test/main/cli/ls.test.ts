import { describe, expect, test } from 'vitest';
import { jsonLines, run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const MODIFIED = Date.UTC(2026, 10, 20, 10, 0, 30);
const FILES = {
  'docs/a.txt': { content: 'hello', modified: MODIFIED },
  'docs/ü b.txt': { content: 'x', modified: MODIFIED },
  'docs/sub/deep/c': { content: '', modified: MODIFIED },
  'other/d': '',
};

const names = (output: string): unknown[] =>
  jsonLines(output).map((line) => typeof line === 'object' && line !== null && 'name' in line && line.name);

test('--json is an object a line', async () => {
  const server = await serve({ files: FILES });
  const { status, output, errors } = await run(['ls', urlOf(server, 'docs'), '--json', ...CLEAR]);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(jsonLines(output)[0]).toEqual({
    name: 'a.txt',
    type: 'file',
    size: 5,
    modified: '2026-11-20T10:00:30Z',
    permissions: 'rw-r--r--',
    owner: null,
    group: null,
    target: null,
  });
  expect(names(output)).toEqual(['a.txt', 'ü b.txt', 'sub']);
});

test('for people it is a line with columns', async () => {
  const server = await serve({ files: FILES });
  const { output } = await run(['ls', urlOf(server, 'docs'), ...CLEAR]);
  expect(output).toMatch(/^-rw-r--r-- .* 5 2026-11-20 10:00:30Z {2}a\.txt$/m);
  expect(output).toMatch(/^drwxr-xr-x .* {2}sub$/m);
});

describe('the path', () => {
  test.each([
    ['', 'home'],
    ['sub', 'inner'],
    ['sub/', 'inner'],
    ['/elsewhere', 'outer'],
    ['%2Felsewhere', 'outer'],
  ])('%j begins where it says', async (path, expected) => {
    const server = await serve({
      files: { 'u/anna/home': '', 'u/anna/sub/inner': '', 'elsewhere/outer': '' },
      users: { anna: { password: 'pw', home: '/u/anna' } },
    });
    const { status, output } = await run(['ls', urlOf(server, path), '--json', ...CLEAR]);
    expect(status).toBe(0);
    expect(names(output)).toContain(expected);
  });

  test('of a file lists the file', async () => {
    const server = await serve({ files: FILES });
    const { status, output, errors } = await run(['ls', urlOf(server, 'docs/a.txt'), '--json', ...CLEAR]);
    expect({ status, errors, names: names(output) }).toEqual({ status: 0, errors: '', names: ['a.txt'] });
  });

  test.each(['nothing', 'docs/a.txt/', 'nowhere/at/all'])('%s is not there', async (path) => {
    const server = await serve({ files: FILES });
    const { status, output, errors } = await run(['ls', urlOf(server, path), ...CLEAR]);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toMatch(/^longshore: the server answered CWD with 550 /);
  });
});

describe('-R', () => {
  test('lists all below, each directory before what is in it', async () => {
    const server = await serve({ files: FILES });
    const { status, output } = await run(['ls', '-R', urlOf(server, ''), '--json', ...CLEAR]);
    expect(status).toBe(0);
    expect(names(output)).toEqual([
      'docs',
      'other',
      'docs/a.txt',
      'docs/ü b.txt',
      'docs/sub',
      'docs/sub/deep',
      'docs/sub/deep/c',
      'other/d',
    ]);
  });

  test('goes on where a directory cannot be read, and says so', async () => {
    const server = await serve({ files: FILES, replies: { 'CWD /docs/sub': '550 No permission.' } });
    const { status, output, errors } = await run(['ls', '-R', urlOf(server, ''), '--json', ...CLEAR]);
    expect(status).toBe(1);
    expect(names(output)).toEqual(['docs', 'other', 'docs/a.txt', 'docs/ü b.txt', 'docs/sub', 'other/d']);
    expect(errors).toBe('longshore: docs/sub: the server answered CWD with 550 No permission.\n');
  });

  test('does not go where a name leads out, or round in circles', async () => {
    const content = 'type=dir; ../up\r\ntype=dir; a/b\r\ntype=file; good\r\n';
    const server = await serve({ data: { MLSD: { content } } });
    const { output, errors } = await run(['ls', '-R', urlOf(server, ''), '--json', ...CLEAR]);
    expect(names(output)).toEqual(['../up', 'a/b', 'good']);
    expect(errors).toContain('../up: not entered');
    expect(errors).toContain('a/b: not entered');
    expect(server.commands.filter((line) => line === 'MLSD')).toHaveLength(1);
  });
});

test('a line nobody understands is a warning and status 4, and the others are there', async () => {
  const content = 'type=file; good\r\nwhat is \u001Bthis\r\ntype=file; better\r\n';
  const server = await serve({ data: { MLSD: { content } } });
  const { status, output, errors } = await run(['ls', urlOf(server, ''), '--json', ...CLEAR]);
  expect(status).toBe(4);
  expect(names(output)).toEqual(['good', 'better']);
  expect(errors).toBe('longshore: /: not understood: what is \u241Bthis\n');
});

test('names come in the encoding that is said', async () => {
  const content = Buffer.from('-rw-r--r-- 1 a b 1 Nov 20  2025 \x93\xfa\x96\x7b\r\n', 'latin1');
  const server = await serve({ features: ['UTF8'], data: { LIST: { content }, 'LIST -a': { content } } });
  const { output } = await run(['ls', urlOf(server, ''), '--json', '--encoding', 'shift_jis', ...CLEAR]);
  expect(names(output)).toEqual(['日本']);
});

test('a listing that breaks off is a failure', async () => {
  const server = await serve({ files: FILES, data: { MLSD: { stopAfter: 100, completion: '426 Broken off.' } } });
  const { status, errors } = await run(['ls', urlOf(server, 'docs'), '--json', ...CLEAR]);
  expect(status).toBe(1);
  expect(errors).toContain('426 Broken off.');
});

describe('--list-command', () => {
  test('stat lists over the control connection', async () => {
    const server = await serve({ files: FILES });
    const { status, output } = await run(['ls', urlOf(server, 'docs'), '--json', '--list-command', 'stat', ...CLEAR]);
    expect(status).toBe(0);
    expect(names(output)).toEqual(['a.txt', 'ü b.txt', 'sub']);
    expect(server.commands.filter((line) => /^(EPSV|STAT)/.test(line))).toEqual(['STAT -a .']);
  });

  test('nlst tells names, and -R goes into those that turn out to be directories', async () => {
    const server = await serve({ files: FILES });
    const { status, output, errors } = await run([
      ...['ls', urlOf(server, 'docs'), '--json', '-R', '--list-command', 'nlst'],
      ...CLEAR,
    ]);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(jsonLines(output)[0]).toMatchObject({ name: 'a.txt', type: 'unknown', size: null });
    expect(names(output).toSorted()).toEqual(['a.txt', 'sub', 'sub/deep', 'sub/deep/c', 'ü b.txt']);
  });
});

test('--list-zone says which zone the times of LIST are in, and nothing is asked about it', async () => {
  const server = await serve({
    files: { x: '' },
    data: { LIST: { content: '-rw-r--r-- 1 a b 1 2026-11-20 10:00 x\r\n' } },
  });
  const list = ['ls', urlOf(server, ''), '--json', '--list-command', 'list'];
  const said = await run([...list, '--list-zone=-03:30', ...CLEAR]);
  expect(jsonLines(said.output)[0]).toMatchObject({ modified: '2026-11-20T13:30Z' });
  const open = await run([...list, ...CLEAR]);
  expect(jsonLines(open.output)[0]).toMatchObject({ modified: '2026-11-20T10:00' });
  expect(server.commands.filter((line) => line.startsWith('MDTM'))).toEqual([]);
});
