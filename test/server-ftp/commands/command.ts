import type { Session } from '../session.ts';

/** Does one command and says its replies. `line` is the whole command line, for the records. */
export type CommandAction = (session: Session, argument: string, line: string) => Promise<void>;

export interface Command {
  readonly act: CommandAction;
  /** Whether it is answered 530 before the login. */
  readonly needsLogin: boolean;
}

export type CommandTable = Readonly<Record<string, Command>>;

export const open = (act: CommandAction): Command => ({ act, needsLogin: false });

export const afterLogin = (act: CommandAction): Command => ({ act, needsLogin: true });
