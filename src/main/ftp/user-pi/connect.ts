import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ConnectOptions } from '../engine.ts';
import { pathnameCodec } from '../protocol/pathname-codec.ts';
import { lazyTlsClient } from '../security/lazy-tls-client.ts';
import { connectControl } from './control-connection.ts';
import { createDialogue } from './dialogue.ts';
import { freshState, type Interpreter, pipeliningOf, together } from './interpreter.ts';
import { askFeatures, setOptions } from './sequences/features.ts';
import { greeting } from './sequences/greeting.ts';
import { login } from './sequences/login.ts';
import { secureControl, secureData } from './sequences/secure.ts';
import { homeDirectory } from './sequences/working-directory.ts';

/**
 * A user-PI that is connected, protected as asked, and logged in, and where login put it.
 * Faults: `control-connection`, `security`, `protocol` and `reply` with the stages `connecting`, `greeting` and
 * `logging-in`; `cancelled`.
 */
export const connectInterpreter = async (
  options: ConnectOptions,
): Promise<{ readonly interpreter: Interpreter; readonly home: Pathname }> => {
  const { signal } = options;
  const codec = await pathnameCodec(options.encoding);
  const tls = lazyTlsClient(options);
  const control = await connectControl(options, tls);
  const dialogue = createDialogue(control, codec, options);
  const cancel = (): void => dialogue.fail({ kind: 'cancelled', stage: 'logging-in' });
  signal?.addEventListener('abort', cancel, { once: true });
  const interpreter: Interpreter = {
    options,
    control,
    dialogue,
    codec,
    tls,
    state: freshState(),
    pipelining: pipeliningOf(options),
  };
  try {
    await greeting(interpreter);
    await secureControl(interpreter);
    await login(interpreter);
    await together(secureData(interpreter), askFeatures(interpreter));
    const [, home] = await together(setOptions(interpreter), homeDirectory(interpreter));
    return { interpreter, home };
  } catch (error) {
    dialogue.close();
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'logging-in' }, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};
