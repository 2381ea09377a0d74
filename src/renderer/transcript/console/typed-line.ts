/** After these stands a secret (RFC 959 4.1.1). */
const SECRET_VERBS: ReadonlySet<string> = new Set(['PASS', 'ACCT']);

/** The verb that a line begins with, in upper case as RFC 959 5.3 compares them; empty where there is none yet. */
export const verbOf = (line: string): string => (/^\s*(\S*)/.exec(line)?.[1] ?? '').toUpperCase();

/** Whether the verb is still being typed: nothing stands behind it yet. */
export const isVerbOpen = (line: string): boolean => /^\s*\S*$/.test(line);

/** Whether what is typed is no business of whoever looks on. */
export const isSecret = (line: string): boolean => SECRET_VERBS.has(verbOf(line)) && !isVerbOpen(line);

/** A line as it may be kept: `PASS letmein` -> `PASS `, so that the secret is typed again and never sent by mistake. */
export const withoutSecret = (line: string): string => (isSecret(line) ? `${verbOf(line)} ` : line);
