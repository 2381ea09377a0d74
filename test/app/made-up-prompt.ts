import type { ElectronApplication } from '@playwright/test';
import type { Prompt } from '#shared/model/prompt.ts';

/** Puts a question before the person as main does, in the place of those that are open. */
export const askMadeUp = (app: ElectronApplication, prompt: Prompt): Promise<void> =>
  app.evaluate(({ BrowserWindow }, asked) => {
    const sequence = 1_000_000 + asked.id;
    const envelope = { channel: 'prompts/changed', sequence, payloads: [[asked]], dropped: 0 };
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('longshore:event', envelope);
  }, prompt);
