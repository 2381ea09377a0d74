import { z } from 'zod';
import type { KnownCommand } from '../ftp/typed-command.ts';
import { answers, request } from './define.ts';
import { commandLine, sessionId } from './fields.ts';

/**
 * Sends a command line as a person typed it, on the connection for browsing, and answers once the last reply is there.
 * What came of it is in the session's transcript: commands with secrets masked, replies, the text of a listing. What
 * the server refuses is a reply like others and no fault.
 * Faults: `refused-here: file-command` and `refused-here: governed` for what `KnownCommand.typed` says so of.
 */
export const runCommand = request('console/run', z.strictObject({ sessionId, line: commandLine }), answers<null>());

/** The commands that are known, in the order of the RFCs. What each is for is in the window's words, by its verb. */
export const listCommands = request('console/commands', z.strictObject({}), answers<readonly KnownCommand[]>());
