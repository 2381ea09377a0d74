/** Milliseconds within which a second crash is taken for one that would come again and again. */
const RELAPSE_MS = 10_000;

/** Of Electron's WebContents what is needed here. */
interface CrashingContents {
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  reload(): void;
}

/** Loads a page again whose process crashed or was killed: its sessions and transfers go on in main meanwhile. */
export const reviveAfterCrash = (contents: CrashingContents, now: () => number = Date.now): void => {
  let lastMs = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    const relapse = now() - lastMs < RELAPSE_MS;
    lastMs = now();
    if (reason !== 'clean-exit' && !relapse) contents.reload();
  });
};
