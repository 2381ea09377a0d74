import { FaultError } from '#shared/fault.ts';
import { replyText } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import { excerpt } from '../../protocol/protocol-fault.ts';
import { demand, type Interpreter, together } from '../interpreter.ts';
import { learn } from '../learn.ts';

/**
 * Protects the control connection before anything secret is sent (RFC 4217 4):
 *
 *     B --AUTH TLS--> W --234--> TLS handshake --> S
 *                     W --4,5--> F, or plain text where security is `try` and this host never had TLS
 *
 * Faults: `security: tls-not-offered`, everything a handshake and its certificate can end in,
 * `protocol: bytes-before-tls`.
 */
export const secureControl = async (interpreter: Interpreter): Promise<void> => {
  const { options, control, dialogue, codec } = interpreter;
  const { security, learned } = options;
  if (security === 'none') return;
  if (security !== 'implicit') {
    const { final } = dialogue.send(command('AUTH', 'TLS', codec), {
      stage: 'logging-in',
      onFinal: ({ code }) => {
        if (code === 234) control.sealPlainText();
      },
    });
    const reply = await final;
    if (reply.code !== 234) {
      if (security === 'try' && !learned.hadTls) return;
      const detail = `${reply.code} ${excerpt(replyText(reply))}`;
      throw new FaultError({ kind: 'security', stage: 'logging-in', reason: 'tls-not-offered', detail });
    }
    await control.protect();
  }
  learn(interpreter, 'hadTls', true, []);
};

/**
 * Protects the data connections (RFC 4217 9): buffers of size 0, as TLS has its own, and Private.
 * Faults: `security: protection-refused`. Data in the clear beside a protected login is never what was asked for.
 */
export const secureData = async (interpreter: Interpreter): Promise<void> => {
  if (interpreter.control.tlsProtocol === null) return;
  try {
    await together(demand(interpreter, 'PBSZ', '0', 'logging-in'), demand(interpreter, 'PROT', 'P', 'logging-in'));
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply') throw error;
    const detail = `${error.fault.command}: ${error.fault.code} ${excerpt(error.fault.text)}`;
    throw new FaultError({ kind: 'security', stage: 'logging-in', reason: 'protection-refused', detail });
  }
  interpreter.state.protectsData = true;
};
