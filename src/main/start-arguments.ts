/** What the program was told when it was started, or when it was started again while running. */
export interface StartArguments {
  /** The arguments of the command line behind `--cli`; null: the window is wanted. */
  readonly commandLine: readonly string[] | null;
  /** The URL of a link that was clicked, or that was named; null where there is none. */
  readonly url: string | null;
  /** The practice server to connect to at once; null where there is none. */
  readonly practiceUrl: string | null;
}

const CLI = '--cli';
const PRACTICE = '--practice-connect=';
const FTP_URL = /^(ftp|ftps|ftpes):\/\//i;

/**
 * Reads the arguments. Of a URL nothing but the URL counts: a link cannot bring switches with it.
 * @param argv with the executable; Chromium may have put switches of its own between
 */
export const startArguments = (argv: readonly string[]): StartArguments => {
  const cli = argv.indexOf(CLI);
  return {
    commandLine: cli < 0 ? null : argv.slice(cli + 1),
    url: argv.find((argument) => FTP_URL.test(argument)) ?? null,
    practiceUrl: argv.find((argument) => argument.startsWith(PRACTICE))?.slice(PRACTICE.length) ?? null,
  };
};
