import fs from 'node:fs';
import path from 'node:path';

/** What a later start leaves for the one that is running. */
export interface LaterStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const takeFile = (file: string): boolean => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes the user-data folder for this process, or leaves word for the process that has it. A file with the owner's
 * process id is the lock, a file per later start in a folder beside it is the word; a lock whose owner is gone is
 * void.
 *
 * @param onLaterStart called in the owner for each start that came later.
 * @returns whether this process is the owner.
 */
export const takeSingleInstanceLock = (userData: string, onLaterStart: (start: LaterStart) => void): boolean => {
  const lock = path.join(userData, 'stand-in.lock');
  const inbox = path.join(userData, 'stand-in-later-starts');
  fs.mkdirSync(inbox, { recursive: true });
  if (!takeFile(lock)) {
    const owner = Number(fs.readFileSync(lock, 'utf8'));
    if (isRunning(owner)) {
      const start: LaterStart = { argv: process.argv, workingDirectory: process.cwd() };
      const written = path.join(inbox, `${process.pid}.part`);
      fs.writeFileSync(written, JSON.stringify(start));
      fs.renameSync(written, path.join(inbox, `${process.pid}.json`));
      return false;
    }
    fs.rmSync(lock, { force: true });
    if (!takeFile(lock)) return false;
  }
  const watcher = fs.watch(inbox, () => {
    for (const name of fs.readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const file = path.join(inbox, name);
      const start: LaterStart = JSON.parse(fs.readFileSync(file, 'utf8'));
      fs.rmSync(file);
      onLaterStart(start);
    }
  });
  watcher.unref();
  process.once('exit', () => {
    fs.rmSync(lock, { force: true });
    fs.rmSync(inbox, { recursive: true, force: true });
  });
  return true;
};
