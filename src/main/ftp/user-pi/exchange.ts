import type { Stage } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';

/** A command that was sent, or the connection itself, and what its replies mean. */
export interface Exchange {
  /** Where the work stands, for the fault if the connection is lost now. Its owner moves it on. */
  stage: Stage;
  /** The reply of 2yz to 6yz that ends it. Rejects with the fault that ended the dialogue. */
  readonly final: Promise<Reply>;
  /** Settles when all commands before it are answered, or the dialogue has ended. */
  readonly turn: Promise<void>;
}

export interface ExchangeOptions {
  readonly stage: Stage;
  /** Told of each 1yz. RFC 959 6 allows at most one; some servers send more. */
  readonly onPreliminary?: (reply: Reply) => void;
  /** Told of the final reply while its last line is being taken in, before any byte behind it is looked at. */
  readonly onFinal?: (reply: Reply) => void;
  /** Whether silence is all right for now, as while data moves. */
  readonly patient?: () => boolean;
  /** Whether Telnet's interrupt goes before the command. */
  readonly interrupting?: boolean;
  /** It is meant for the middle of a transfer, and waits for no reply. */
  readonly urgent?: boolean;
  /**
   * The 2yz that can complete it. Another 2yz is a later command's where one owns it: then the server does not answer in
   * the order of the commands.
   */
  readonly completedBy?: ReadonlySet<number>;
  /** Codes that of all commands outstanding only this one can be answered with. */
  readonly owns?: ReadonlySet<number>;
  /**
   * A reply that it owns may come before those of commands sent earlier, and is no sign of a server out of order: once,
   * or again and again until the command's own turn has come.
   */
  readonly overtakes?: 'once' | 'repeatedly';
  /** Codes that are not this command's but stray replies to one before it: left aside while this one is the first. */
  readonly leaves?: ReadonlySet<number>;
  /** Answered before a command that was sent earlier, it has spoilt that one: nothing that follows can be relied on. */
  readonly spoils?: boolean;
  /**
   * A code no other outstanding command can be answered with. When it comes, commands before this one whose replies
   * have not come were answered together with another one, and are settled with that answer.
   */
  readonly unmistakable?: number;
}
