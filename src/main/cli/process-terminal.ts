import { homedir } from 'node:os';
import { askLine, askSecretly } from './questions.ts';
import { standardOutput } from './standard-output.ts';
import type { Ending, Terminal } from './terminal.ts';

/**
 * The terminal of this process. The first interruption lets the command clean up, the second ends the process at
 * once; output that nobody reads any more ends the command too, without an error.
 */
export const processTerminal = (exitNow: (status: number) => never): Terminal => {
  const abort = new AbortController();
  let ending: Ending | null = null;
  const end = (why: Ending): void => {
    ending ??= why;
    abort.abort();
  };
  const interrupt = (): void => {
    if (ending !== null) exitNow(130);
    end('interrupted');
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const output = standardOutput(() => end('output-closed'));
  // Where standard error is closed there is nobody left to tell.
  process.stderr.on('error', () => {});

  return {
    environment: process.env,
    workingDirectory: process.cwd(),
    homeDirectory: homedir(),
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    signal: abort.signal,
    get ending() {
      return ending;
    },
    print: output.text,
    printBytes: output.bytes,
    printError: (text) => void process.stderr.write(text),
    ask: (question) => askLine(process.stdin, process.stderr, question, abort.signal),
    askSecret: (question) => askSecretly(process.stdin, process.stderr, question, interrupt),
  };
};
