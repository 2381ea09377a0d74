import { FaultError } from '#shared/fault.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { type Finding, isInTheWay, isTrouble } from '#shared/model/diagnosis.ts';
import { DEFAULT_PATIENCE, type Patience, type Subject } from '../../doctor/course.ts';
import { examine } from '../../doctor/examine.ts';
import type { ConnectOptions } from '../../ftp/engine.ts';
import { guessEncoding } from '../../session/names/guess-encoding.ts';
import type { Command } from '../command.ts';
import { connectOptionsWith } from '../connect.ts';
import { ExitStatus } from '../exit-status.ts';
import { changeOf, findingText, saidOf } from '../finding-text.ts';
import { knownLogin } from '../login.ts';
import { isTrustedBy } from '../tls-options.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `doctor URL`: examines how the server is to be connected with, a finding a line as it comes, with --json an object.
 * Nobody is asked: without a password everything before the login is looked at.
 */
export const doctor: Command = async (operands, options, terminal) => {
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) throw new UsageError('doctor takes one URL');
  const url = urlOperand(operand);
  const { password, ...login } = await knownLogin(url, options.netrc, terminal);
  const connect = await connectOptionsWith({ ...login, password: password ?? '' }, url, options, terminal);
  const subject: Subject = {
    settings: settingsOf(connect),
    options: connect,
    passwordKnown: password !== null,
    plainTextAgreed: true,
    guessEncoding,
    trust: (question) => (isTrustedBy(question, options) ? 'trusted' : 'unknown'),
    patience: patienceOf(options.timeoutMs),
  };
  const findings: Finding[] = [];
  for await (const found of examine(subject, terminal.signal)) {
    findings.push(found);
    terminal.print(`${options.json ? findingJson(found) : findingText(found)}\n`);
  }
  if (terminal.signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
  if (findings.some(isInTheWay)) return ExitStatus.notConnected;
  return findings.some(isTrouble) ? ExitStatus.someFailed : ExitStatus.done;
};

const findingJson = (found: Finding): string =>
  JSON.stringify({ ...found, said: saidOf(found), change: changeOf(found) });

const patienceOf = (timeoutMs: number | null): Patience =>
  timeoutMs === null ? DEFAULT_PATIENCE : { connect: timeoutMs, reply: timeoutMs };

/** The options as a site has them, for the fixes to differ from. */
const settingsOf = (options: ConnectOptions): ConnectionSettings => {
  const { host, port, user, account, security, dataConnection, encoding, activePorts, externalAddress } = options;
  const { trustPassiveHost, pipelining, listing, login, overrides, tls } = options;
  const { minVersion, maxVersion, data, clearControl } = tls;
  return {
    ...DEFAULT_CONNECTION,
    ...{ host, port, user, account, security, dataConnection, encoding, activePorts, externalAddress },
    ...{ trustPassiveHost, pipelining, listing, login, overrides },
    tls: { minVersion, maxVersion, data, clearControl, clientCertificate: null },
  };
};
