import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { at } from '../lib/paths.mjs';

const MEBIBYTE = 1_048_576;
const BIG_FILE_MEBIBYTES = 64;

const TEXTS: Readonly<Record<string, string>> = {
  'welcome.txt': [
    'This is a practice server. Everything in it is yours to move, rename and delete:',
    'it is made anew at every start and removed at the end.',
    '',
  ].join('\n'),
  'notes/to do.txt': '- drag this folder to the other pane\n- rename a file\n- pause the big one in mid-transfer\n',
  'notes/deeper/and deeper/here.txt': 'Found.\n',
  'Ärger mit Umlauten/Grüße aus Köln.txt': 'Schöne Grüße!\n',
  '日本語/港の地図.txt': '埠頭から灯台まで。\n',
  'empty.txt': '',
  'data/readings.csv': `time,height\n${Array.from({ length: 500 }, (_, hour) => `${hour},${(2 + Math.sin((hour * Math.PI) / 6.21)).toFixed(2)}`).join('\n')}\n`,
};

/** Bytes that do not compress and are the same every time: a hash over a counter. */
const noise = (mebibyte: number): Buffer => {
  const block = createHash('sha256').update(String(mebibyte)).digest();
  const bytes = Buffer.alloc(MEBIBYTE, block);
  for (let offset = 0; offset < MEBIBYTE; offset += 4_096) bytes.writeUInt32LE(offset ^ mebibyte, offset);
  return bytes;
};

/** Fills a folder with files worth trying things on: texts, a picture, nested folders, names of several scripts, a big file. */
export const writeSampleFiles = (folder: string): void => {
  for (const [name, text] of Object.entries(TEXTS)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  fs.mkdirSync(path.join(folder, 'pictures'));
  fs.copyFileSync(at('assets/icon.png'), path.join(folder, 'pictures', 'longshore.png'));
  fs.mkdirSync(path.join(folder, 'empty folder'));
  const big = fs.openSync(path.join(folder, 'data', `big file, ${BIG_FILE_MEBIBYTES} MiB.bin`), 'w');
  for (let mebibyte = 0; mebibyte < BIG_FILE_MEBIBYTES; mebibyte += 1) fs.writeSync(big, noise(mebibyte));
  fs.closeSync(big);
  const lastYear = new Date(Date.now() - 400 * 24 * 60 * 60 * 1_000);
  fs.utimesSync(path.join(folder, 'welcome.txt'), lastYear, lastYear);
};
