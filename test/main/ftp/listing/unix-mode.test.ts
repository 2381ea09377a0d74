import { expect, test } from 'vitest';
import { permissionsOfMode } from '../../../../src/main/ftp/listing/unix-mode.ts';

test.each([
  [0o000, '---------'],
  [0o644, 'rw-r--r--'],
  [0o755, 'rwxr-xr-x'],
  [0o4755, 'rwsr-xr-x'],
  [0o2070, '---rws---'],
  [0o1777, 'rwxrwxrwt'],
  [0o7000, '--S--S--T'],
])('%i is %s', (mode, text) => {
  expect(permissionsOfMode(mode)).toBe(text);
  expect(permissionsOfMode(mode)).toBe(text);
});
