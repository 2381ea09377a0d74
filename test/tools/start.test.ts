import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installedElectron } from '../../tools/start/electron-binary.ts';
import { writeSampleFiles } from '../../tools/start/sample-files.ts';
import { findWindowHost, NoWindow } from '../../tools/start/window-host.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-start-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the Electron that is installed', () => {
  test('is not there where its package alone is', () => {
    expect(installedElectron(folder)).toBeNull();
  });

  test('is what its package names, once that is there', () => {
    fs.writeFileSync(path.join(folder, 'path.txt'), 'electron\n');
    expect(installedElectron(folder)).toBeNull();
    const executable = path.join(folder, 'dist', 'electron');
    fs.mkdirSync(path.dirname(executable));
    fs.writeFileSync(executable, '');
    expect(installedElectron(folder)).toBe(executable);
  });
});

describe('on a Linux without a display', () => {
  beforeEach(() => {
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('the window opens nowhere, and one line says what to do', async () => {
    const found = findWindowHost(() => {});
    await expect(found).rejects.toThrow(NoWindow);
    await expect(found).rejects.toThrow('xvfb-run -a npm start');
  });
});

test('the sample files are texts, a picture, an empty and a big file, in names of several scripts', () => {
  const samples = path.join(folder, 'samples');
  fs.mkdirSync(samples);
  writeSampleFiles(samples);
  const names = fs.readdirSync(samples, { recursive: true, encoding: 'utf8' });
  expect(names).toEqual(
    expect.arrayContaining([
      'welcome.txt',
      '日本語/港の地図.txt',
      'Ärger mit Umlauten/Grüße aus Köln.txt',
      'empty folder',
    ]),
  );
  expect(fs.statSync(path.join(samples, 'empty.txt')).size).toBe(0);
  const sizes = names.map((name) => fs.statSync(path.join(samples, name)).size);
  expect(Math.max(...sizes)).toBe(64 * 1_048_576);
  expect(fs.readFileSync(path.join(samples, 'pictures/longshore.png')).toString('latin1', 1, 4)).toBe('PNG');
});
