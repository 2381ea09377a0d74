import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../../src/main/cli/command-line.ts';
import type { ExitStatus } from '../../../src/main/cli/exit-status.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from '../../server-ftp/server-ftp.ts';
import { type FakeTerminal, type FakeTerminalOptions, fakeTerminal } from './fake-terminal.ts';

/** A server for this test, gone after it. */
export const serve = async (script: ServerScript = {}): Promise<ServerFtp> => {
  const server = await startServerFtp(script);
  onTestFinished(() => server.close());
  return server;
};

/** An empty folder for this test, gone after it. */
export const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'longshore-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** The URL of a path on the server, with user and password. */
export const urlOf = (server: ServerFtp, path: string): string =>
  `ftp://${server.user}:${server.password}@${server.host}:${server.port}/${path}`;

export interface Ran {
  readonly status: ExitStatus;
  readonly output: string;
  readonly errors: string;
  readonly terminal: FakeTerminal;
}

/** Runs one command line to its end, unencrypted unless it says otherwise. */
export const run = async (words: readonly string[], options: FakeTerminalOptions = {}): Promise<Ran> => {
  const terminal = fakeTerminal(options);
  return await runOn(terminal, words);
};

export const runOn = async (terminal: FakeTerminal, words: readonly string[]): Promise<Ran> => {
  const status = await runCommandLine(words, terminal, '1.2.3');
  return { status, output: terminal.output, errors: terminal.errors, terminal };
};

/** Lines of JSON as values. */
export const jsonLines = (output: string): unknown[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
