import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { loadCommands, sendLine } from '../../../src/renderer/actions/console.ts';
import { commandConsole } from '../../../src/renderer/state/console.ts';
import { installFakeMain } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => commandConsole.setState({ commands: [] }));

const PWD: KnownCommand = {
  verb: 'PWD',
  name: 'PRINT WORKING DIRECTORY',
  argument: '',
  typed: 'free',
  source: 'RFC 959 4.1',
};

test('the known commands are asked for once', async () => {
  main.answer({ ok: true, value: [PWD] });
  await loadCommands();
  await loadCommands();
  expect(commandConsole.getState().commands).toEqual([PWD]);
  expect(main.requests.filter(({ channel }) => channel === 'console/commands')).toHaveLength(1);
});

test('a line goes as it was typed, and what is refused comes back', async () => {
  main.answer({ ok: true, value: null });
  expect(await sendLine('s', 'site help')).toBeNull();
  expect(main.requests.at(-1)).toEqual({ channel: 'console/run', input: { sessionId: 's', line: 'site help' } });
  const fault = { kind: 'refused-here', stage: 'preparing', reason: 'file-command', detail: 'RETR' };
  main.answer({ ok: false, fault });
  expect(await sendLine('s', 'RETR a')).toEqual(fault);
});
