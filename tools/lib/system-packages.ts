import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './processes.ts';

const LIMIT_MS = 600_000;
const ATTEMPTS = 5;
const LOCK_PAUSE_MS = 5_000;
const LOCKED = /Could not get lock|Unable to acquire the dpkg|Unable to lock/;

const isRoot = process.getuid?.() === 0;

/** The words before apt-get: none as root, sudo where it asks nobody, null where packages cannot be installed. */
const privileged = async (): Promise<readonly string[] | null> => {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/apt-get')) return null;
  if (isRoot) return [];
  const { status } = await run('sudo', ['-n', 'true'], { limit: 10_000 });
  return status === 0 ? ['sudo', '-n'] : null;
};

let listsAreFresh = false;

const aptGet = async (prefix: readonly string[], args: readonly string[]): Promise<boolean> => {
  const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-q', ...args];
  const [command = 'env', ...rest] = words;
  for (let attempt = 1; ; attempt += 1) {
    const { status, output } = await run(command, rest, { limit: LIMIT_MS });
    if (status === 0) return true;
    if (attempt === ATTEMPTS || !LOCKED.test(output)) return false;
    await pause(LOCK_PAUSE_MS);
  }
};

/**
 * Installs Debian packages where this process may, from fresh lists.
 *
 * @returns whether they are installed now.
 */
export const installSystemPackages = async (packages: readonly string[]): Promise<boolean> => {
  if (packages.length === 0) return true;
  const prefix = await privileged();
  if (!prefix) return false;
  if (!listsAreFresh) listsAreFresh = await aptGet(prefix, ['update']);
  console.log(`Installing ${packages.join(' ')} (apt-get) ...`);
  return await aptGet(prefix, ['install', '--no-install-recommends', ...packages]);
};
