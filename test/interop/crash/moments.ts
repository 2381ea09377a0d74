import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { DialogueObserver } from '../../../src/main/ftp/engine.ts';

/** What a program is doing when it is killed: something that is about to be done here, was done, or was said. */
export const EVENTS = [
  'command STOR',
  'command RNFR',
  'command RNTO',
  'command RETR',
  'command MKD',
  'reply 150',
  'reply 226',
  'reply 250',
  'before link',
  'after link',
  'after unlink',
  'before rename',
  'after rename',
] as const;

export interface Moment {
  readonly event: (typeof EVENTS)[number];
  /** The how manieth of these. */
  readonly count: number;
  /** Milliseconds afterwards; 0: before anything else is done. */
  readonly after: number;
}

/** Kills this program, as nothing it could prevent or notice, when it comes to `moment`. */
export const killAt = (moment: Moment | null): DialogueObserver => {
  let left = moment?.count ?? 0;
  const happened = (event: string): void => {
    if (moment === null || event !== moment.event) return;
    left -= 1;
    if (left !== 0) return;
    const kill = (): void => void process.kill(process.pid, 'SIGKILL');
    if (moment.after === 0) kill();
    else setTimeout(kill, moment.after);
  };
  for (const name of ['link', 'unlink', 'rename'] as const) {
    const real = files[name] as (...parameters: readonly unknown[]) => Promise<void>;
    Object.assign(files, {
      [name]: async (...parameters: readonly unknown[]) => {
        happened(`before ${name}`);
        await real(...parameters);
        happened(`after ${name}`);
      },
    });
  }
  syncBuiltinESMExports();
  return {
    command: (line) => happened(`command ${line.split(' ')[0]}`),
    reply: ({ code }) => happened(`reply ${code}`),
    note: () => {},
  };
};
