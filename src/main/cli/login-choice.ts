import { isLoginCommand } from '#shared/ftp/login-command.ts';
import type { LoginChoice } from '#shared/model/login-choice.ts';
import type { OptionValues } from './options.ts';
import { UsageError } from './usage-error.ts';

/** What is said around USER and PASS, by the options. @throws UsageError */
export const loginChoice = (values: OptionValues): LoginChoice => ({
  hostCommand: values['host-command'] ?? false,
  language: values.language === undefined ? null : languageTag(values.language),
  oneTimePasswords: !values['no-one-time-passwords'],
  commands: (values['after-login'] ?? []).map(loginCommand),
});

/** RFC 2640 4.1. */
const languageTag = (value: string): string => {
  if (!/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value)) {
    throw new UsageError(`--language is a language tag as de or ja-JP, not ${value}`);
  }
  return value;
};

const loginCommand = (line: string): string => {
  if (isLoginCommand(line)) return line;
  throw new UsageError(`--after-login takes no command for files, data connections or the login itself, as ${line} is`);
};
