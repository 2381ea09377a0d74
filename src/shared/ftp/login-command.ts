/**
 * Commands that may not be among those a site has sent after each login: they move files, open data connections, or change
 * what only the program itself may change, as who is logged in and how data is represented and protected.
 */
const OWN_VERBS: ReadonlySet<string> = new Set([
  ...['USER', 'PASS', 'ACCT', 'REIN', 'QUIT', 'HOST', 'PORT', 'PASV', 'EPRT', 'EPSV', 'CPSV', 'SPSV', 'PRET'],
  ...['TYPE', 'STRU', 'MODE', 'REST', 'ALLO', 'RETR', 'STOR', 'STOU', 'APPE', 'LIST', 'NLST', 'MLSD', 'ABOR'],
  ...['RNFR', 'RNTO', 'AUTH', 'ADAT', 'PROT', 'PBSZ', 'SSCN', 'CCC', 'MIC', 'CONF', 'ENC'],
]);

/** Whether a command line may be sent after each login: one of `SITE`, `OPTS`, `CWD` and all the others. */
export const isLoginCommand = (line: string): boolean => {
  const verb = (/^\s*(\S*)/.exec(line)?.[1] ?? '').toUpperCase();
  return verb !== '' && !OWN_VERBS.has(verb);
};
