import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { fakeTerminal } from './fake-terminal.ts';
import { emptyFolder, jsonLines, type Ran, run, runOn, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const MODIFIED = Date.UTC(2026, 10, 20, 10, 0, 30);
const FILES = {
  'docs/a.txt': { content: 'hello', modified: MODIFIED },
  'docs/ü b.txt': 'second',
  'docs/sub/c': 'third',
  'docs/empty/': '',
} as const;

/** Gets into an empty working directory. */
const getInto = async (
  words: (url: (path: string) => string) => readonly string[],
  script: ServerScript = { files: FILES },
): Promise<Ran & { readonly folder: string; readonly commands: readonly string[] }> => {
  const server = await serve(script);
  const folder = await emptyFolder();
  const ran = await run(['get', ...words((path) => urlOf(server, path)), ...CLEAR], { workingDirectory: folder });
  return { ...ran, folder, commands: server.commands };
};

const text = (folder: string, ...path: string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');
const all = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).sort();

test('a file arrives whole, with its time, under its name', async () => {
  const { status, errors, folder } = await getInto((url) => [url('docs/a.txt')]);
  expect({ status, errors }).toMatchObject({ status: 0, errors: expect.stringMatching(/^1 file done, 5 B in /) });
  expect(await all(folder)).toEqual(['a.txt']);
  expect(await text(folder, 'a.txt')).toBe('hello');
  expect((await stat(join(folder, 'a.txt'))).mtimeMs).toBe(MODIFIED);
});

describe('DEST', () => {
  test('is a name where nothing is there', async () => {
    const { status, folder } = await getInto((url) => [url('docs/a.txt'), 'other.txt', '--quiet']);
    expect(status).toBe(0);
    expect(await all(folder)).toEqual(['other.txt']);
  });

  test('is a folder where there is one', async () => {
    const server = await serve({ files: FILES });
    const folder = await emptyFolder();
    await mkdir(join(folder, 'into'));
    const words = ['get', urlOf(server, 'docs/a.txt'), urlOf(server, 'docs/%C3%BC%20b.txt'), 'into', ...CLEAR];
    expect(await run(words, { workingDirectory: folder })).toMatchObject({ status: 0 });
    expect(await all(folder)).toEqual(['into', 'into/a.txt', 'into/ü b.txt']);
  });
});

describe('-r', () => {
  test('brings a folder with all it holds', async () => {
    const { status, folder } = await getInto((url) => ['-r', url('docs')]);
    expect(status).toBe(0);
    expect(await all(folder)).toEqual(['docs', 'docs/a.txt', 'docs/empty', 'docs/sub', 'docs/sub/c', 'docs/ü b.txt']);
    expect(await text(folder, 'docs', 'sub', 'c')).toBe('third');
  });

  test('calls it as it is told', async () => {
    const { folder } = await getInto((url) => ['-r', url('docs/'), 'copy']);
    expect(await all(folder)).toContain('copy/sub/c');
  });

  test('calls the root by the host', async () => {
    const { folder } = await getInto((url) => ['-r', url('/')]);
    expect(await all(folder)).toContain('127.0.0.1/docs/a.txt');
  });

  test('leaves out what would land elsewhere, brings the rest, and says so', async () => {
    const content = 'type=file;size=4; ../evil\r\ntype=file;size=5; a.txt\r\n';
    const { status, folder, errors } = await getInto((url) => ['-r', url('docs')], {
      files: FILES,
      data: { MLSD: { content } },
    });
    expect(status).toBe(5);
    expect(errors).toContain('refused');
    expect(await all(folder)).toEqual(['docs', 'docs/a.txt']);
  });
});

describe('--verify', () => {
  const verified = async (words: readonly string[], script: ServerScript) => {
    const ran = await getInto((url) => [url('docs/a.txt'), '--json', ...words], { files: FILES, ...script });
    return { ...ran, line: jsonLines(ran.output)[0], asked: ran.commands.filter((line) => /^(XMD5|SIZE) /.test(line)) };
  };

  test('left out, compares by a checksum where the server has one', async () => {
    const { status, line } = await verified([], { checksums: ['XMD5'] });
    expect({ status, line }).toMatchObject({ status: 0, line: { outcome: 'done', verified: 'MD5' } });
  });

  test('size asks for none', async () => {
    const { line, asked } = await verified(['--verify', 'size'], { checksums: ['XMD5'] });
    expect(line).toMatchObject({ outcome: 'done', verified: 'size' });
    expect(asked.filter((command) => command.startsWith('XMD5'))).toEqual([]);
  });

  test('hash fails where the server has none, and says what to do', async () => {
    const { status, line, errors, folder } = await verified(['--verify', 'hash'], {});
    expect({ status, line }).toMatchObject({
      status: 1,
      line: { outcome: 'failed', fault: { reason: 'no-checksum' } },
    });
    expect(errors).toContain('--verify auto');
    expect(await all(folder)).toEqual([]);
  });
});

describe('--json', () => {
  test('is an object for each file and a summary', async () => {
    const { output } = await getInto((url) => ['-r', '--json', url('docs')]);
    const lines = jsonLines(output);
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual({
      path: 'docs/a.txt',
      bytes: 5,
      seconds: expect.any(Number),
      outcome: 'done',
      verified: 'size',
      fault: null,
    });
    expect(lines.at(-1)).toEqual({
      summary: { done: 3, skipped: 0, failed: 0, unknown: 0, bytes: 16, seconds: expect.any(Number) },
    });
  });

  test('tells why a file failed, and the others are brought', async () => {
    const { status, output, errors } = await getInto((url) => ['--json', url('docs/none'), url('docs/a.txt')]);
    expect(status).toBe(1);
    expect(jsonLines(output)).toEqual([
      {
        path: 'none',
        bytes: 0,
        seconds: expect.any(Number),
        outcome: 'failed',
        verified: null,
        fault: expect.objectContaining({ kind: 'reply', command: 'RETR', code: 550 }),
      },
      expect.objectContaining({ path: 'a.txt', outcome: 'done' }),
      { summary: expect.objectContaining({ done: 1, failed: 1 }) },
    ]);
    expect(errors).toMatch(/^longshore: none: the server answered RETR with 550 /);
  });
});

describe('a file that is there', () => {
  const overwriting = async (
    policy: readonly string[],
    answers?: readonly string[],
  ): Promise<{ readonly ran: Ran; readonly content: string; readonly names: string[] }> => {
    const server = await serve({ files: FILES });
    const folder = await emptyFolder();
    await writeFile(join(folder, 'a.txt'), 'hel');
    const words = ['get', urlOf(server, 'docs/a.txt'), ...policy, ...CLEAR];
    const ran = await run(words, { workingDirectory: folder, ...(answers && { answers }) });
    return { ran, content: await text(folder, 'a.txt'), names: await all(folder) };
  };

  test('stays where nobody says anything', async () => {
    const { ran, content } = await overwriting([]);
    expect({ status: ran.status, content }).toEqual({ status: 0, content: 'hel' });
    expect(ran.errors).toContain('1 skipped');
  });

  test.each([
    ['always', 'hello'],
    ['never', 'hel'],
    ['size', 'hello'],
    // The one here was written now, after that on the server.
    ['newer', 'hel'],
  ])('--overwrite %s', async (policy, expected) => {
    const { ran, content } = await overwriting(['--overwrite', policy]);
    expect({ status: ran.status, content }).toEqual({ status: 0, content: expected });
  });

  test.each([
    ['hello', '1 skipped'],
    ['HELLO', '1 file done'],
  ])('--overwrite content reads what is there: %s', async (there, summary) => {
    const server = await serve({ files: FILES });
    const folder = await emptyFolder();
    await writeFile(join(folder, 'a.txt'), there);
    const words = ['get', urlOf(server, 'docs/a.txt'), '--overwrite', 'content', ...CLEAR];
    const ran = await run(words, { workingDirectory: folder });
    expect({ status: ran.status, content: await text(folder, 'a.txt') }).toEqual({ status: 0, content: 'hello' });
    expect(ran.errors).toContain(summary);
  });

  test('--overwrite rename takes a free name', async () => {
    const { names, content } = await overwriting(['--overwrite', 'rename']);
    expect({ names, content }).toEqual({ names: ['a (2).txt', 'a.txt'], content: 'hel' });
  });

  test('--resume goes on where it ends', async () => {
    const { ran, content } = await overwriting(['--resume', '--json']);
    expect(content).toBe('hello');
    expect(ran.status).toBe(0);
  });

  test('a person is asked, and asked again until the answer is one', async () => {
    const { ran, content } = await overwriting([], ['what?', 'o']);
    expect({ status: ran.status, content }).toEqual({ status: 0, content: 'hello' });
    expect(ran.terminal.questions).toHaveLength(2);
    expect(ran.terminal.questions[0]).toMatch(/a\.txt is there: \(o\)verwrite, \(r\)esume, take a \(n\)ew name/);
  });
});

test('--type a brings text with this system its line ends', async () => {
  const server = await serve({ files: { 'a.txt': 'one\ntwo\n' } });
  const folder = await emptyFolder();
  await run(['get', urlOf(server, 'a.txt'), '--type', 'a', ...CLEAR], { workingDirectory: folder });
  await run(['get', `${urlOf(server, 'a.txt')};type=a`, 'b.txt', ...CLEAR], { workingDirectory: folder });
  expect([await text(folder, 'a.txt'), await text(folder, 'b.txt')]).toEqual(['one\ntwo\n', 'one\ntwo\n']);
  expect(server.commands.filter((line) => line === 'TYPE A').length).toBeGreaterThanOrEqual(2);
});

test('a server that cannot be reached does not keep the others from coming', async () => {
  const gone = await serve();
  await gone.close();
  const { status, output, folder } = await getInto((url) => ['--json', urlOf(gone, 'x'), url('docs/a.txt')]);
  expect(status).toBe(1);
  expect(await all(folder)).toEqual(['a.txt']);
  expect(jsonLines(output)[0]).toMatchObject({ outcome: 'failed', fault: { kind: 'control-connection' } });
  expect(output).not.toContain(gone.password);
});

test('alone, such a server is status 3', async () => {
  const gone = await serve();
  await gone.close();
  expect(await run(['get', urlOf(gone, 'x'), ...CLEAR], { workingDirectory: await emptyFolder() })).toMatchObject({
    status: 3,
  });
});

test('interrupted in the middle it ends with 130 and leaves nothing half', async () => {
  const server = await serve({
    files: { 'big.bin': Buffer.alloc(1_000_000) },
    data: { RETR: { stopAfter: 300_000, endWhen: new Promise(() => {}) } },
  });
  const folder = await emptyFolder();
  const terminal = fakeTerminal({ workingDirectory: folder });
  const ran = runOn(terminal, ['get', urlOf(server, 'big.bin'), ...CLEAR]);
  await server.received('RETR');
  await expect.poll(() => all(folder)).not.toEqual([]);
  terminal.end('interrupted');
  expect(await ran).toMatchObject({ status: 130 });
  expect(await all(folder)).toEqual([]);
});

test('a full progress bar is not left on the terminal', async () => {
  const server = await serve({ files: FILES });
  const folder = await emptyFolder();
  const { errors, status } = await run(['get', '-r', urlOf(server, 'docs'), ...CLEAR], {
    workingDirectory: folder,
    answers: [],
  });
  expect(status).toBe(0);
  expect(errors).toContain('files');
  const afterLastDrawing = errors.slice(errors.lastIndexOf('\u001B[K') + 3);
  expect(afterLastDrawing).toMatch(/^3 files done, 16 B in /);
});

test('--limit holds for all files together', async () => {
  const content = Buffer.alloc(60_000, 'x');
  const began = performance.now();
  const { status, folder } = await getInto(
    (url) => [url('a'), url('b'), '--limit', '200k', '--connections', '2', '--quiet'],
    { files: { a: content, b: content } },
  );
  // 120,000 bytes, of which a tenth of a second's worth may go at once.
  expect(performance.now() - began).toBeGreaterThan(450);
  expect(status).toBe(0);
  expect((await readFile(join(folder, 'b'))).equals(content)).toBe(true);
});
