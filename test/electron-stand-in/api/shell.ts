import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { launch } from '../launch.ts';
import { app } from './app.ts';
import { strict } from './unavailable.ts';

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'xdg-open', darwin: 'open', win32: 'explorer.exe' };

/** What was handed to the system, oldest first. A test's desktop has no programs; it looks here instead. */
export const handedOver: { readonly what: 'address' | 'path' | 'folder'; readonly value: string }[] = [];

const handOver = async (what: 'address' | 'path' | 'folder', value: string): Promise<void> => {
  handedOver.push({ what, value });
  const opener = OPENERS[process.platform];
  if (launch().headed && opener) await promisify(execFile)(opener, [what === 'folder' ? path.dirname(value) : value]);
};

/** Where a trashed file goes: the person's trash on Linux (freedesktop.org's layout), else a folder beside the data. */
const trashFolder = (): string => {
  if (!launch().headed || process.platform !== 'linux') return path.join(app.getPath('userData'), 'Trash');
  return path.join(process.env['XDG_DATA_HOME'] ?? path.join(app.getPath('home'), '.local', 'share'), 'Trash');
};

const trashItem = async (file: string): Promise<void> => {
  const trash = trashFolder();
  const name = `${path.basename(file)}.${randomUUID()}`;
  const [files, info] = [path.join(trash, 'files'), path.join(trash, 'info')];
  await fs.promises.mkdir(files, { recursive: true });
  await fs.promises.mkdir(info, { recursive: true });
  await fs.promises.lstat(file);
  const deleted = new Date().toISOString().slice(0, 19);
  const address = path.resolve(file).split(path.sep).map(encodeURIComponent).join('/');
  const note = path.join(info, `${name}.trashinfo`);
  await fs.promises.writeFile(note, `[Trash Info]\nPath=${address}\nDeletionDate=${deleted}\n`, { flag: 'wx' });
  try {
    await fs.promises.rename(file, path.join(files, name));
  } catch (error) {
    await fs.promises.rm(note);
    throw error;
  }
};

export const shell = strict('shell', {
  openExternal: (address: string) => handOver('address', address),
  openPath: async (file: string): Promise<string> => {
    await handOver('path', file);
    return '';
  },
  showItemInFolder: (file: string): void => void handOver('folder', file),
  trashItem,
  /** Nobody hears it. */
  beep: (): void => {},
});
