/**
 * What is known of a server by experience, beyond what FEAT says. A boolean holds or does not, the others are null
 * until known. Plain data, owned by the caller of the engine; the engine changes it.
 */
export interface LearnedFacts {
  /** EPSV was refused or led nowhere: begin with PASV. */
  epsvFails: boolean;
  /** EPRT was refused: PORT at once. */
  eprtFails: boolean;
  /** Passive could not be had at all: begin with active. */
  passiveFails: boolean;
  /** The host in a 227 is not the one we are connected with. */
  passiveHostDiffers: boolean;
  /** MLSD was refused although promised: use LIST. */
  mlsdFails: boolean;
  /** `-a` behind LIST is refused or taken for a name. */
  listAllFails: boolean;
  /** LIST was refused: NLST, which tells nothing but names. */
  listFails: boolean;
  /** No data connection can be had: STAT lists over the control connection. */
  statLists: boolean;
  /** FEAT was refused: nothing is promised, MLSD is not tried. */
  featFails: boolean;
  /**
   * TYPE was refused: directories are listed without it. Files are not moved, as nobody knows what becomes of their bytes,
   * but where the site itself says that the server has one type alone and that is the right one (an override).
   */
  typeFails: boolean;
  /** PWD was refused or told no directory: the login directory is taken to be the root. */
  pwdFails: boolean;
  /** OPTS UTF8 was refused by a server that does not promise it, or names are not UTF-8. */
  utf8Fails: boolean;
  /** HOST was refused. */
  hostFails: boolean;
  /** iconv-lite's name of the encoding that names turned out to be in. */
  nameEncoding: string | null;
  /** Minutes that the times in LIST are ahead of UTC. */
  zoneMinutes: number | null;
  /** Data connections cannot be protected; the person has agreed to the clear. */
  dataProtectionFails: boolean;
  /** TLS is not offered; the person has agreed to log in without. */
  tlsFails: boolean;
  /** CCC was refused, or TLS did not end as it has to: the control connection stays protected. */
  clearControlFails: boolean;
  /** TLS stood with this host once: `try` must not step back to plain text. */
  hadTls: boolean;
  /** Commands sent ahead of replies were answered out of order or not at all: one after the other from now on. */
  pipeliningFails: boolean;
  /** A command sent along with a transfer command was answered after the transfer: more may be sent so. */
  answersInOrder: boolean;
  /** It was answered before, or harmed the transfer: nothing goes out until a transfer is over. */
  onlyBetweenTransfers: boolean;
  /** Telnet's interrupt before ABOR was taken for a part of the command: ABOR goes alone. */
  interruptFails: boolean;
  /** No command for checksums that FEAT offers is there: files are compared by their size. */
  checksumFails: boolean;
  /** How many connections the server allows at a time. */
  mostConnections: number | null;
  /** It does not store under a temporary name, or does not rename: files are stored under their own name at once. */
  storesDirectly: boolean;
  /** It makes no file of pieces, or has one connection at a time write to it: a large file is sent in one. */
  piecesFail: boolean;
}

export type LearnedFact = keyof LearnedFacts;

/** The facts that the queue finds out, not the engine. */
export type TransferFact = 'storesDirectly' | 'piecesFail';

/** The transcript's lines that showed a fact, the command before its reply. */
export type Evidence = readonly string[];

/** One fact that holds, and why. */
export interface LearnedEntry<F extends LearnedFact = LearnedFact> {
  readonly fact: F;
  readonly value: NonNullable<LearnedFacts[F]>;
  /** Empty for what was kept by an earlier version. */
  readonly evidence: Evidence;
  /** Milliseconds since the epoch; null where that was not noted. */
  readonly learnedMs: number | null;
}

/** A fact that a site may set otherwise; whether TLS is wanted it says elsewhere. */
export type OverridableFact = Exclude<LearnedFact, 'hadTls' | 'tlsFails'>;

/** Facts that a site sets against what was learned. */
export type LearnedOverrides = { readonly [F in OverridableFact]?: NonNullable<LearnedFacts[F]> | undefined };

/** Facts as the site has them: its own word against what was learned. */
export const withOverrides = (facts: LearnedFacts, overrides: LearnedOverrides): LearnedFacts =>
  Object.assign({ ...facts }, Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined)));

export const nothingLearned = (): LearnedFacts => ({
  epsvFails: false,
  eprtFails: false,
  passiveFails: false,
  passiveHostDiffers: false,
  mlsdFails: false,
  listAllFails: false,
  listFails: false,
  statLists: false,
  featFails: false,
  typeFails: false,
  pwdFails: false,
  utf8Fails: false,
  hostFails: false,
  nameEncoding: null,
  zoneMinutes: null,
  dataProtectionFails: false,
  tlsFails: false,
  clearControlFails: false,
  hadTls: false,
  pipeliningFails: false,
  answersInOrder: false,
  onlyBetweenTransfers: false,
  interruptFails: false,
  checksumFails: false,
  mostConnections: null,
  storesDirectly: false,
  piecesFail: false,
});
