import { execFile } from 'node:child_process';
import type { App, BrowserWindow, Notification } from 'electron';
import type { Preferences } from '#shared/model/preferences.ts';
import type { TransferSummary, WhenDone } from '#shared/model/transfer.ts';
import type { Asker } from '../prompts/asker.ts';
import { bringForward } from './main-window.ts';
import { noticeWords } from './notice-words.ts';
import { suspendCommand } from './suspend-command.ts';
import { showProgress } from './taskbar-progress.ts';
import type { Round } from './transfer-rounds.ts';
import { whenDone } from './when-done.ts';

/** The queue as the frame around the window sees it. */
export interface AttendedQueue {
  onChanged(listener: (summary: TransferSummary) => void): unknown;
  setWhenDone(whenDone: WhenDone): void;
}

export interface AttendOptions {
  readonly queue: AttendedQueue;
  readonly asker: Asker;
  readonly preferences: () => Preferences;
  /** BCP 47 tags, first choice first. */
  readonly languages: readonly string[];
  readonly electron: {
    readonly app: Pick<App, 'quit'>;
    readonly BrowserWindow: Pick<typeof BrowserWindow, 'getAllWindows'>;
    readonly Notification: typeof Notification;
  };
}

const after = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Shows the queue in the taskbar or dock, says when it is over, and does what was chosen for then. */
export const attendTransfers = ({ queue, asker, preferences, languages, electron }: AttendOptions): void => {
  const { app, BrowserWindow, Notification } = electron;
  const words = () => noticeWords(preferences().language, languages);

  const tell = (title: string, body: string): void => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => {
      const [window] = BrowserWindow.getAllWindows();
      if (window) bringForward(window);
    });
    notification.show();
  };
  const tellRound = ({ done, failed }: Round): void => {
    if (!preferences().notifyWhenDone) return;
    const { allDone, someFailed, outcome } = words();
    tell(failed === 0 ? allDone : someFailed, outcome(done, failed));
  };
  const sleep = (): void => {
    const { file, args } = suspendCommand(process.platform, process.env['SystemRoot'] ?? 'C:\\Windows');
    execFile(file, args, (error) => {
      if (error !== null) tell(words().sleepFailed, error.message);
    });
  };

  const look = whenDone({
    asker,
    reset: () => queue.setWhenDone('nothing'),
    notify: tellRound,
    act: { quit: () => app.quit(), sleep },
    now: Date.now,
    after,
  });
  const show = showProgress(({ progress, mode }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(progress, { mode });
  }, after);
  queue.onChanged((summary) => {
    show(summary);
    look(summary);
  });
};
