import { createPrivateKey } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ServerScript } from '../../server-ftp/script.ts';
import { emptyFolder, run, serve, urlOf } from './run.ts';

const certificate = (name: string): string =>
  fileURLToPath(new URL(`../../server-ftp/certificate/${name}`, import.meta.url));
const TRUSTED = ['--tls', 'require', '--ca', certificate('root.pem'), '--trace'];
const files = { 'a.txt': 'x' };

const listing = async (script: ServerScript, ...options: string[]) => {
  const server = await serve(script);
  return { server, ...(await run(['ls', urlOf(server, ''), ...TRUSTED, ...options])) };
};

describe('data in the clear beside a protected login', () => {
  test('--clear-data', async () => {
    const { status, output, server } = await listing({ files, tls: {} }, '--clear-data');
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining('a.txt') });
    expect(server.data.map(({ tls }) => tls)).toEqual([null]);
  });

  const script: ServerScript = { files, tls: {}, replies: { 'PROT P': '536 no' } };

  test('a server that refuses PROT P: the fault names the option that goes on', async () => {
    const { status, errors, server } = await listing(script);
    expect(status).toBe(3);
    expect(errors).toMatch(/does not encrypt data connections; --allow-clear goes on without \(PROT P: 536 no\)/);
    expect(server.data).toEqual([]);
  });

  test('--allow-clear', async () => {
    expect(await listing(script, '--allow-clear')).toMatchObject({
      status: 0,
      output: expect.stringContaining('a.txt'),
    });
  });
});

test('--ccc: the trace shows that the control connection goes on in the clear', async () => {
  const { status, errors } = await listing({ files, tls: { clearControl: 'properly' } }, '--ccc');
  expect(status).toBe(0);
  expect(errors).toMatch(/> CCC\n< 200 .*\n\* the control connection goes on in the clear\n/);
});

describe('versions', () => {
  test.each([
    ['--tls-max', '1.1'],
    ['--tls-min', '1.0'],
  ])('a server of TLS 1.1 with %s %s', async (...options) => {
    const { status, errors } = await listing({ files, tls: { version: 'TLSv1.1' } }, ...options);
    expect(status).toBe(0);
    expect(errors).toContain('* TLSv1.1 ');
  });

  test.each([
    [['--tls-min', '1.3', '--tls-max', '1.2'], '--tls-min is above --tls-max'],
    [['--tls-min', '3'], '--tls-min is one of 1.0, 1.1, 1.2, 1.3, not 3'],
  ])('%j', async (options, sentence) => {
    const { status, errors } = await run(['ls', 'ftp://host/', ...options]);
    expect({ status, errors }).toMatchObject({ status: 2, errors: expect.stringContaining(sentence) });
  });
});

describe('a client certificate', () => {
  const tls = { clientCertificate: 'required' } as const;
  const PASSPHRASE = 'harbour';

  const inFolder = async (): Promise<string> => {
    const folder = await emptyFolder();
    await copyFile(certificate('other.pem'), join(folder, 'cert.pem'));
    await copyFile(certificate('other.p12'), join(folder, 'id.p12'));
    const key = createPrivateKey(await readFile(certificate('other-key.pem')));
    const sealed = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE });
    await writeFile(join(folder, 'key.pem'), sealed);
    return folder;
  };

  test.each([
    ['PEM', ['--client-cert', 'cert.pem', '--client-key', 'key.pem']],
    ['PKCS#12', ['--client-cert', 'id.p12']],
  ])('%s, its passphrase from the environment, which the trace does not show', async (_, options) => {
    const server = await serve({ files, tls });
    const workingDirectory = await inFolder();
    const environment = { LONGSHORE_PASSPHRASE: PASSPHRASE };
    const { status, errors } = await run(['ls', urlOf(server, ''), ...TRUSTED, ...options], {
      workingDirectory,
      environment,
    });
    expect(status).toBe(0);
    expect(server.connections[0]?.clientCertificate).toBe('CN=other.longshore.test');
    expect(errors).not.toContain(PASSPHRASE);
  });

  test('its passphrase asked for, again after a wrong one', async () => {
    const server = await serve({ files, tls });
    const workingDirectory = await inFolder();
    const words = ['ls', urlOf(server, ''), ...TRUSTED, '--client-cert', 'id.p12'];
    const { status, terminal } = await run(words, { workingDirectory, answers: ['port', PASSPHRASE] });
    expect(status).toBe(0);
    expect(terminal.questions).toEqual([
      'Passphrase of id.p12: ',
      'That was not the right one. Passphrase of id.p12: ',
    ]);
  });

  test.each([
    ['a file that is not there', ['--client-cert', 'none.pem'], 3, 'none.pem: there is no such file or folder'],
    ['nobody to tell the passphrase', ['--client-cert', 'id.p12'], 2, 'set LONGSHORE_PASSPHRASE'],
    ['a key alone', ['--client-key', 'key.pem'], 2, '--client-key belongs to --client-cert'],
    [
      'no key',
      ['--client-cert', 'cert.pem'],
      3,
      'the client certificate cannot be used (cert.pem: no private key in it)',
    ],
  ])('%s', async (_, options, expected, sentence) => {
    const workingDirectory = await inFolder();
    const { status, errors } = await run(['ls', 'ftpes://localhost:1/', ...options], { workingDirectory });
    expect(errors).toContain(sentence);
    expect(status).toBe(expected);
  });
});
