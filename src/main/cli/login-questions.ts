import { displayName } from '#shared/ftp/pathname.ts';
import type { ConnectOptions } from '../ftp/engine.ts';
import type { Terminal } from './terminal.ts';

/**
 * What a login may have to ask the person at the terminal; nobody can be asked where none sits there.
 *
 * @param whose `user@host`
 */
export const loginQuestions = (
  whose: string,
  terminal: Terminal,
): Pick<ConnectOptions, 'askAccount' | 'askOneTime'> => {
  if (!terminal.isInteractive) return { askAccount: null, askOneTime: null };
  const before = (refused: boolean): string => (refused ? 'The server did not accept it. ' : '');
  return {
    askAccount: (refused) => terminal.askSecret(`${before(refused)}Account for ${whose}: `),
    askOneTime: (challenge, refused) =>
      terminal.askSecret(
        `${before(refused)}${displayName(challenge.replace(/\s+/g, ' '))}\nOne-time password for ${whose}: `,
      ),
  };
};
