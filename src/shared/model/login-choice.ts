/** What is said around USER and PASS. */
export interface LoginChoice {
  /** HOST before USER: which of several servers at one address is meant (RFC 7151). */
  readonly hostCommand: boolean;
  /** For LANG (RFC 2640 4): the language of the server's words, as `de` or `ja-JP`; null: its own choice. */
  readonly language: string | null;
  /** Whether a challenge of a one-time password is answered with one made of the password (RFC 2289). */
  readonly oneTimePasswords: boolean;
  /** Command lines to send after each login, in order. */
  readonly commands: readonly string[];
}

export const DEFAULT_LOGIN: LoginChoice = {
  hostCommand: false,
  language: null,
  oneTimePasswords: true,
  commands: [],
};
