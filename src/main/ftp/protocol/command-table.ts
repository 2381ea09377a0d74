import type { KnownCommand, TypedUse } from '#shared/ftp/typed-command.ts';

const RFC_959 = 'RFC 959 4.1';
const RFC_2228 = 'RFC 2228 3';
const RFC_3659 = 'RFC 3659';
const MFXX = 'draft-somers-ftp-mfxx-03';

type Row = readonly [verb: string, name: string, argument: string, typed: TypedUse, source: string];

const ROWS: readonly Row[] = [
  ['USER', 'USER NAME', '<username>', 'free', RFC_959],
  ['PASS', 'PASSWORD', '<password>', 'free', RFC_959],
  ['ACCT', 'ACCOUNT', '<account-information>', 'free', RFC_959],
  ['CWD', 'CHANGE WORKING DIRECTORY', '<pathname>', 'free', RFC_959],
  ['CDUP', 'CHANGE TO PARENT DIRECTORY', '', 'free', RFC_959],
  ['SMNT', 'STRUCTURE MOUNT', '<pathname>', 'free', RFC_959],
  ['QUIT', 'LOGOUT', '', 'free', RFC_959],
  // With TLS the server-PI falls back to plain text after REIN (RFC 4217 11).
  ['REIN', 'REINITIALIZE', '', 'governed', RFC_959],
  ['PORT', 'DATA PORT', '<host-port>', 'free', RFC_959],
  ['PASV', 'PASSIVE', '', 'free', RFC_959],
  ['TYPE', 'REPRESENTATION TYPE', '<type-code>', 'free', RFC_959],
  ['STRU', 'FILE STRUCTURE', '<structure-code>', 'free', RFC_959],
  ['MODE', 'TRANSFER MODE', '<mode-code>', 'free', RFC_959],
  ['RETR', 'RETRIEVE', '<pathname>', 'file', RFC_959],
  ['STOR', 'STORE', '<pathname>', 'file', RFC_959],
  ['STOU', 'STORE UNIQUE', '', 'file', RFC_959],
  ['APPE', 'APPEND', '<pathname>', 'file', RFC_959],
  ['ALLO', 'ALLOCATE', '<decimal-integer> [R <decimal-integer>]', 'free', RFC_959],
  ['REST', 'RESTART', '<marker>', 'free', RFC_959],
  ['RNFR', 'RENAME FROM', '<pathname>', 'free', RFC_959],
  ['RNTO', 'RENAME TO', '<pathname>', 'free', RFC_959],
  ['ABOR', 'ABORT', '', 'free', RFC_959],
  ['DELE', 'DELETE', '<pathname>', 'free', RFC_959],
  ['RMD', 'REMOVE DIRECTORY', '<pathname>', 'free', RFC_959],
  ['MKD', 'MAKE DIRECTORY', '<pathname>', 'free', RFC_959],
  ['PWD', 'PRINT WORKING DIRECTORY', '', 'free', RFC_959],
  ['LIST', 'LIST', '[<pathname>]', 'listing', RFC_959],
  ['NLST', 'NAME LIST', '[<pathname>]', 'listing', RFC_959],
  ['SITE', 'SITE PARAMETERS', '<string>', 'free', RFC_959],
  ['SYST', 'SYSTEM', '', 'free', RFC_959],
  ['STAT', 'STATUS', '[<pathname>]', 'free', RFC_959],
  ['HELP', 'HELP', '[<string>]', 'free', RFC_959],
  ['NOOP', 'NOOP', '', 'free', RFC_959],
  ['AUTH', 'AUTHENTICATION/SECURITY MECHANISM', '<mechanism-name>', 'governed', RFC_2228],
  ['ADAT', 'AUTHENTICATION/SECURITY DATA', '<base64data>', 'governed', RFC_2228],
  ['PROT', 'DATA CHANNEL PROTECTION LEVEL', '<prot-code>', 'governed', RFC_2228],
  ['PBSZ', 'PROTECTION BUFFER SIZE', '<decimal-integer>', 'governed', RFC_2228],
  // Neither stands in an RFC: they make a server the client of TLS, towards another server.
  ['SSCN', 'SECURED SERVER CLIENT NEGOTIATION', '[ON | OFF]', 'governed', 'ProFTPD, glFTPd'],
  ['CPSV', 'CLIENT PASSIVE', '', 'governed', 'glFTPd'],
  ['PRET', 'PRE-TRANSFER', '<command> [<pathname>]', 'free', 'DrFTPD'],
  ['CCC', 'CLEAR COMMAND CHANNEL', '', 'governed', RFC_2228],
  ['MIC', 'INTEGRITY PROTECTED COMMAND', '<base64data>', 'governed', RFC_2228],
  ['CONF', 'CONFIDENTIALITY PROTECTED COMMAND', '<base64data>', 'governed', RFC_2228],
  ['ENC', 'PRIVACY PROTECTED COMMAND', '<base64data>', 'governed', RFC_2228],
  ['FEAT', 'FEATURE LIST', '', 'free', 'RFC 2389 3'],
  ['OPTS', 'OPTIONS', '<command-name> [<command-options>]', 'free', 'RFC 2389 4'],
  ['EPRT', 'EXTENDED DATA PORT', '<d><net-prt><d><net-addr><d><tcp-port><d>', 'free', 'RFC 2428 2'],
  // After EPSV ALL the server-PI refuses PASV and PORT for good (RFC 2428 4).
  ['EPSV', 'EXTENDED PASSIVE', '[<net-prt> | ALL]', 'governed', 'RFC 2428 3'],
  ['LANG', 'LANGUAGE', '[<language-tag>]', 'free', 'RFC 2640 4'],
  ['MDTM', 'FILE MODIFICATION TIME', '<pathname>', 'free', `${RFC_3659} 3`],
  ['SIZE', 'SIZE OF FILE', '<pathname>', 'free', `${RFC_3659} 4`],
  ['MLST', 'LISTING FOR MACHINE PROCESSING, OBJECT', '[<pathname>]', 'free', `${RFC_3659} 7`],
  ['MLSD', 'LISTING FOR MACHINE PROCESSING, DIRECTORY', '[<pathname>]', 'listing', `${RFC_3659} 7`],
  ['MFMT', 'MODIFY FACT: MODIFICATION TIME', '<time-val> <pathname>', 'free', MFXX],
  ['MFCT', 'MODIFY FACT: CREATION TIME', '<time-val> <pathname>', 'free', MFXX],
  ['MFF', 'MODIFY FACT', '<facts> <pathname>', 'free', MFXX],
];

/** The commands that are known by name, in the order of the RFCs; servers have more, and those are sent as they are. */
export const COMMAND_TABLE: ReadonlyMap<string, KnownCommand> = new Map(
  ROWS.map(([verb, name, argument, typed, source]) => [verb, { verb, name, argument, typed, source }]),
);
