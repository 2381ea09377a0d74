import path from 'node:path';

/** A program and its arguments, run as they are: no shell reads them. */
export interface SystemCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * What puts the computer to sleep. On Windows not `rundll32 powrprof.dll,SetSuspendState 0,1,0`: rundll32 hands over none
 * of these numbers, and the computer hibernates wherever it can.
 * @param systemRoot Windows' own folder
 */
export const suspendCommand = (platform: NodeJS.Platform, systemRoot: string): SystemCommand => {
  switch (platform) {
    case 'darwin':
      return { file: '/usr/bin/pmset', args: ['sleepnow'] };
    case 'win32': {
      const file = path.win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
      const suspend =
        "Add-Type -AssemblyName System.Windows.Forms; [System.Windows.Forms.Application]::SetSuspendState('Suspend', $false, $false)";
      return { file, args: ['-NoProfile', '-NonInteractive', '-Command', suspend] };
    }
    default:
      return { file: 'systemctl', args: ['suspend'] };
  }
};
