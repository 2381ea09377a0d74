/**
 * Whether a command may be sent as a person typed it.
 * - `free`: it stands for itself
 * - `data`: it opens a data connection, which nobody would then serve
 * - `governed`: it changes how this program and the server understand each other (protection, transfer parameters,
 *   restart point); sent behind the engine's back it would spoil the next transfer
 */
export type RawUse = 'free' | 'data' | 'governed';

export interface CommandFacts {
  /** The argument in the notation of RFC 959 5.3.1, empty where there is none. */
  readonly argument: string;
  readonly raw: RawUse;
  /** Where it is specified. */
  readonly source: string;
}

const facts = (argument: string, raw: RawUse, source: string): CommandFacts => ({ argument, raw, source });

const RFC_959 = 'RFC 959 4.1';
const RFC_2228 = 'RFC 2228 3';
const RFC_3659 = 'RFC 3659';
const MFXX = 'draft-somers-ftp-mfxx-03';

/** The commands that are known by name; servers have more, and those are sent as they are. */
export const COMMAND_TABLE: ReadonlyMap<string, CommandFacts> = new Map([
  ['USER', facts('<username>', 'free', RFC_959)],
  ['PASS', facts('<password>', 'free', RFC_959)],
  ['ACCT', facts('<account-information>', 'free', RFC_959)],
  ['CWD', facts('<pathname>', 'free', RFC_959)],
  ['CDUP', facts('', 'free', RFC_959)],
  ['SMNT', facts('<pathname>', 'free', RFC_959)],
  ['QUIT', facts('', 'free', RFC_959)],
  // With TLS the server-PI falls back to plain text after REIN (RFC 4217 11).
  ['REIN', facts('', 'governed', RFC_959)],
  ['PORT', facts('<host-port>', 'free', RFC_959)],
  ['PASV', facts('', 'free', RFC_959)],
  ['TYPE', facts('<type-code>', 'free', RFC_959)],
  ['STRU', facts('<structure-code>', 'governed', RFC_959)],
  ['MODE', facts('<mode-code>', 'governed', RFC_959)],
  ['RETR', facts('<pathname>', 'data', RFC_959)],
  ['STOR', facts('<pathname>', 'data', RFC_959)],
  ['STOU', facts('', 'data', RFC_959)],
  ['APPE', facts('<pathname>', 'data', RFC_959)],
  ['ALLO', facts('<decimal-integer> [R <decimal-integer>]', 'free', RFC_959)],
  ['REST', facts('<marker>', 'governed', RFC_959)],
  ['RNFR', facts('<pathname>', 'free', RFC_959)],
  ['RNTO', facts('<pathname>', 'free', RFC_959)],
  ['ABOR', facts('', 'free', RFC_959)],
  ['DELE', facts('<pathname>', 'free', RFC_959)],
  ['RMD', facts('<pathname>', 'free', RFC_959)],
  ['MKD', facts('<pathname>', 'free', RFC_959)],
  ['PWD', facts('', 'free', RFC_959)],
  ['LIST', facts('[<pathname>]', 'data', RFC_959)],
  ['NLST', facts('[<pathname>]', 'data', RFC_959)],
  ['SITE', facts('<string>', 'free', RFC_959)],
  ['SYST', facts('', 'free', RFC_959)],
  ['STAT', facts('[<pathname>]', 'free', RFC_959)],
  ['HELP', facts('[<string>]', 'free', RFC_959)],
  ['NOOP', facts('', 'free', RFC_959)],
  ['AUTH', facts('<mechanism-name>', 'governed', RFC_2228)],
  ['ADAT', facts('<base64data>', 'governed', RFC_2228)],
  ['PROT', facts('<prot-code>', 'governed', RFC_2228)],
  ['PBSZ', facts('<decimal-integer>', 'governed', RFC_2228)],
  ['CCC', facts('', 'governed', RFC_2228)],
  ['MIC', facts('<base64data>', 'governed', RFC_2228)],
  ['CONF', facts('<base64data>', 'governed', RFC_2228)],
  ['ENC', facts('<base64data>', 'governed', RFC_2228)],
  ['FEAT', facts('', 'free', 'RFC 2389 3')],
  ['OPTS', facts('<command-name> [<command-options>]', 'free', 'RFC 2389 4')],
  ['EPRT', facts('<d><net-prt><d><net-addr><d><tcp-port><d>', 'free', 'RFC 2428 2')],
  // After EPSV ALL the server-PI refuses PASV and PORT for good (RFC 2428 4).
  ['EPSV', facts('[<net-prt> | ALL]', 'governed', 'RFC 2428 3')],
  ['LANG', facts('[<language-tag>]', 'free', 'RFC 2640 4')],
  ['MDTM', facts('<pathname>', 'free', `${RFC_3659} 3`)],
  ['SIZE', facts('<pathname>', 'free', `${RFC_3659} 4`)],
  ['MLST', facts('[<pathname>]', 'free', `${RFC_3659} 7`)],
  ['MLSD', facts('[<pathname>]', 'data', `${RFC_3659} 7`)],
  ['MFMT', facts('<time-val> <pathname>', 'free', MFXX)],
  ['MFCT', facts('<time-val> <pathname>', 'free', MFXX)],
  ['MFF', facts('<facts> <pathname>', 'free', MFXX)],
]);
