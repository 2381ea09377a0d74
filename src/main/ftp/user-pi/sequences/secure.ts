import { FaultError } from '#shared/fault.ts';
import { replyText } from '#shared/ftp/reply.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { isLoopback } from '../../network/address.ts';
import { command } from '../../protocol/command.ts';
import { excerpt } from '../../protocol/protocol-fault.ts';
import type { Interpreter } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/**
 * Protects the control connection before anything secret is sent (RFC 4217 4):
 *
 *     B --AUTH TLS--> W --234--> TLS handshake --> S
 *                     W --4,5--> F, or plain text where security is `try`, this host never had TLS, and that is agreed to
 *
 * A proxy that speaks FTP is not asked: its TLS would end at the proxy.
 * Faults: `refused-here: declined`, `security: tls-not-offered`, everything a handshake and its certificate can end in,
 * `protocol: bytes-before-tls`.
 */
export const secureControl = async (interpreter: Interpreter): Promise<void> => {
  const { options, control, dialogue, codec } = interpreter;
  const { security, learned } = options;
  if (security === 'none') return;
  if (options.proxy?.kind === 'ftp') {
    const refusal = `the proxy ${options.proxy.host} speaks FTP itself, and reads what it carries`;
    return goOnInTheClear(interpreter, refusal, [refusal]);
  }
  if (security !== 'implicit') {
    const { final } = dialogue.send(command('AUTH', 'TLS', codec), {
      stage: 'logging-in',
      onFinal: ({ code }) => {
        if (code === 234) control.sealPlainText();
      },
    });
    const reply = await final;
    if (reply.code !== 234) {
      const detail = `${reply.code} ${excerpt(replyText(reply))}`;
      if (security === 'try' && !learned.hadTls)
        return goOnInTheClear(interpreter, detail, dialogueOf('AUTH TLS', reply));
      throw new FaultError({ kind: 'security', stage: 'logging-in', reason: 'tls-not-offered', detail });
    }
    await control.protect();
  }
  learn(interpreter, 'tlsFails', false, []);
  learn(interpreter, 'hadTls', true, []);
};

const goOnInTheClear = async (interpreter: Interpreter, refusal: string, evidence: Evidence): Promise<void> => {
  const { tls, learned, proxy } = interpreter.options;
  if (learned.tlsFails) return;
  const staysHere = proxy === null && isLoopback(interpreter.control.dataHost);
  if (!(await tls.decidePlainText(refusal, staysHere))) {
    const detail = 'to log in without encryption was declined';
    throw new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail });
  }
  learn(interpreter, 'tlsFails', true, evidence);
};
