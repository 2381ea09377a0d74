import type { Ending, Terminal } from '../../../src/main/cli/terminal.ts';

/** A terminal that keeps what is printed and answers what it was told to. */
export interface FakeTerminal extends Terminal {
  /** Bytes printed as such stand in it as latin1. */
  readonly output: string;
  readonly errors: string;
  /** What was asked, in order. */
  readonly questions: readonly string[];
  end(why: Ending): void;
}

export interface FakeTerminalOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly homeDirectory?: string;
  /** Answers in order; with none nobody sits there. */
  readonly answers?: readonly string[];
}

export const fakeTerminal = (options: FakeTerminalOptions = {}): FakeTerminal => {
  const abort = new AbortController();
  const questions: string[] = [];
  const answers = [...(options.answers ?? [])];
  let output = '';
  let errors = '';
  let ending: Ending | null = null;
  const answer = async (question: string): Promise<string> => {
    questions.push(question);
    const next = answers.shift();
    if (next === undefined) throw new Error(`nobody answers: ${question}`);
    return next;
  };
  return {
    environment: options.environment ?? {},
    workingDirectory: options.workingDirectory ?? '/nowhere',
    homeDirectory: options.homeDirectory ?? '/nowhere',
    isInteractive: options.answers !== undefined,
    columns: 80,
    signal: abort.signal,
    get ending() {
      return ending;
    },
    get output() {
      return output;
    },
    get errors() {
      return errors;
    },
    questions,
    print: (text) => {
      output += text;
    },
    printBytes: async (bytes) => {
      output += Buffer.from(bytes).toString('latin1');
    },
    printError: (text) => {
      errors += text;
    },
    ask: answer,
    askSecret: answer,
    end: (why) => {
      ending = why;
      abort.abort();
    },
  };
};
