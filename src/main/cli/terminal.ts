/** Why a command ends before its time. */
export type Ending = 'interrupted' | 'output-closed';

/** Everything of the process that a command touches, so that a test can stand in for it. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative local paths begin here. */
  readonly workingDirectory: string;
  readonly homeDirectory: string;
  /** Whether a person sits there: questions can be asked and progress be drawn. */
  readonly isInteractive: boolean;
  /** Characters in a line of the screen. */
  readonly columns: number;
  /** Fires when the person interrupts or nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** Why `signal` fired; null while it has not. */
  readonly ending: Ending | null;
  /** Standard output, as it stands. */
  print(text: string): void;
  /** Standard output, byte for byte; settles when their memory may be used again. */
  printBytes(bytes: Uint8Array): Promise<void>;
  /** Standard error, as it stands. */
  printError(text: string): void;
  /** An answer of one line. */
  ask(question: string): Promise<string>;
  /** An answer that is not shown while it is typed. */
  askSecret(question: string): Promise<string>;
}
