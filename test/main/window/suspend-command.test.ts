import { expect, test } from 'vitest';
import { suspendCommand } from '../../../src/main/window/suspend-command.ts';

test.each([
  ['linux', 'systemctl', ['suspend']],
  ['darwin', '/usr/bin/pmset', ['sleepnow']],
] as const)('%s is put to sleep by %s', (platform, file, args) => {
  expect(suspendCommand(platform, '')).toEqual({ file, args });
});

test('Windows is put to sleep by its own PowerShell, whatever else is in the way, and does not hibernate', () => {
  const { file, args } = suspendCommand('win32', 'D:\\Windows');
  expect(file).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  expect(args.at(-1)).toContain("SetSuspendState('Suspend', $false, $false)");
});
