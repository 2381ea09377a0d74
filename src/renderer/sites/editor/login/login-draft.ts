import { loginChoice } from '#shared/contract/fields.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { LoginChoice } from '#shared/model/login-choice.ts';

/** What is said around USER and PASS; the commands as lines of one text. */
export interface LoginDraft extends Omit<LoginChoice, 'language' | 'commands'> {
  readonly account: string;
  readonly language: string;
  readonly commands: string;
}

export type LoginField = 'language' | 'commands';

type LoginSettings = Pick<ConnectionSettings, 'account' | 'login'>;

export const loginDraftOf = ({ account, login: { language, commands, ...login } }: LoginSettings): LoginDraft => ({
  ...login,
  account: account ?? '',
  language: language ?? '',
  commands: commands.join('\n'),
});

export const loginProblems = (draft: LoginDraft): readonly LoginField[] => {
  const checked = loginChoice.safeParse(loginSettings(draft).login);
  const wrong = new Set(checked.error?.issues.map(({ path: [field] }) => field));
  return (['language', 'commands'] as const).filter((field) => wrong.has(field));
};

export const loginSettings = ({ account, language, commands, ...login }: LoginDraft): LoginSettings => ({
  account: account === '' ? null : account,
  login: { ...login, language: language.trim() === '' ? null : language.trim(), commands: linesOf(commands) },
});

/** One command a line; empty lines are only for the eye. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
