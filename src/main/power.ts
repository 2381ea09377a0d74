/** What the system tells of sleep, and how it is kept awake. */
export interface Power {
  /** The system is about to sleep; there are a few seconds left. */
  onSuspend(listener: () => void): void;
  onResume(listener: () => void): void;
  /** Keeps the system from sleeping by itself; the screen may go dark. Answers how to let it. */
  keepAwake(): () => void;
}
