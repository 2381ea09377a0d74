import { personActive } from '#shared/contract/application.ts';
import { call } from '../bridge/index.ts';
import { transfers } from '../state/transfers.ts';

/** Milliseconds between two signs. */
const INTERVAL_MS = 500;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'scroll', 'wheel'] as const;

/** Tells main that a person is at work, for as long as transfers could be in the way. */
export const tellActivity = (): void => {
  let toldMs = Number.NEGATIVE_INFINITY;
  const tell = ({ timeStamp }: Event): void => {
    if (timeStamp - toldMs < INTERVAL_MS || transfers.getState().summary.counts.active === 0) return;
    toldMs = timeStamp;
    void call(personActive, {});
  };
  for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true });
};
