import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRoot } from './privilege.ts';
import { runCommand } from './run-command.ts';

const PACKAGES = [
  'vsftpd',
  'proftpd-core',
  'proftpd-mod-crypto',
  'pure-ftpd',
  'inetutils-ftpd',
  'python3-pyftpdlib',
  'dante-server',
  'microsocks',
  'tinyproxy-bin',
  'ftp-proxy',
] as const;

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/longshore-servers', import.meta.url));

/** Where the packages lie unpacked, as if this were the root of a system: another folder for another list of them. */
export const SERVERS_ROOT = join(
  CACHE,
  `root-${createHash('sha256').update(PACKAGES.join()).digest('hex').slice(0, 8)}`,
);

export const areServersInstalled = (): boolean => existsSync(SERVERS_ROOT);

/**
 * Unpacks the servers beside the project, without installing anything: the packages exclude each other and would
 * start services on port 21. Does nothing where they lie there already; several processes may call it at once.
 */
export const installServers = async (): Promise<void> => {
  if (areServersInstalled()) return;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'unpacking-'));
  try {
    const packages = [...PACKAGES, ...(await missingLibraries())];
    await download(packages, work);
    const root = join(work, 'root');
    for (const file of await readdir(work))
      if (file.endsWith('.deb')) await runCommand(['dpkg', '-x', join(work, file), root]);
    await rename(root, SERVERS_ROOT).catch((error: unknown) => {
      // Somebody else was quicker: theirs is as good.
      if (!areServersInstalled()) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** The environment a server from there needs, as arguments of env(1), which sudo does not take away. */
export const serverEnvironment = async (): Promise<readonly string[]> => {
  const folders: string[] = [];
  for (const lib of ['usr/lib', 'lib']) {
    const path = join(SERVERS_ROOT, lib);
    if (!existsSync(path)) continue;
    const names = (await readdir(path)).filter((name) => name.includes('-linux-'));
    folders.push(...names.map((name) => join(path, name)));
  }
  return ['env', `LD_LIBRARY_PATH=${folders.join(':')}`, `PYTHONPATH=${SERVERS_ROOT}/usr/lib/python3/dist-packages`];
};

const download = async (packages: readonly string[], into: string): Promise<void> => {
  // Otherwise apt, as root, complains that its own user may not write there, and downloads all the same.
  const get = ['apt-get', '-qq', '-o', 'APT::Sandbox::User=root', 'download', ...packages];
  try {
    await runCommand(get, into);
  } catch {
    await runCommand(asRoot('apt-get', '-qq', 'update'));
    await runCommand(get, into);
  }
};

/** The libraries that the packages depend on, whatever way down, and this machine has not installed. */
const missingLibraries = async (): Promise<readonly string[]> => {
  const installed = new Set((await runCommand(['dpkg-query', '--show'])).match(/^[^:\s]+/gm));
  const missing = new Set<string>();
  let next: string[] = [...PACKAGES];
  while (next.length > 0) {
    const output = await runCommand(['apt-cache', 'depends', '--important', ...next]);
    const names = [...output.matchAll(/^ +\|?Depends: (\S+)$/gm)].map((match) => match[1] ?? '');
    next = names.filter((name) => /^(lib|python3-py)/.test(name) && !installed.has(name) && !missing.has(name));
    for (const name of next) missing.add(name);
  }
  return [...missing];
};

if (import.meta.main) await installServers();
