import type { PowerMonitor, PowerSaveBlocker } from 'electron';
import type { Power } from '../power.ts';

/** Electron's view of the system's power. */
export const systemPower = (monitor: PowerMonitor, blocker: PowerSaveBlocker): Power => ({
  onSuspend: (listener) => void monitor.on('suspend', listener),
  onResume: (listener) => void monitor.on('resume', listener),
  keepAwake: () => {
    const id = blocker.start('prevent-app-suspension');
    return () => void blocker.stop(id);
  },
});
