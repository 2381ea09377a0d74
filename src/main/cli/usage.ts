/** What `--help` prints. */
export const USAGE = `Usage:
  longshore ls  [options] URL               a directory, with -R all under it
  longshore get [options] URL... [DEST]     files, with -r folders
  longshore put [options] PATH... URL       files, with -r folders
  longshore raw [options] URL COMMAND...    commands as given, and the replies

URL:
  ftp://[user[:password]@]host[:port]/path[;type=a], percent-encoded
  ftpes:// is explicit TLS, ftps:// implicit TLS.
  One slash after the host begins a path from the login directory, two an absolute one.
  Without a user: anonymous. The password is the first of: the URL's, the environment variable
  LONGSHORE_PASSWORD, the one in ~/.netrc with --netrc, and your answer at the terminal.

Connection:
  --tls off|try|require|implicit   try: encrypted where the server can (default)
  --ca FILE                        trust these certificates (PEM) too
  --pin SHA256                     trust the certificate with this fingerprint
  --insecure                       trust any certificate
  --passive, --active              how data connections are made (default: passive, else active)
  --port-range FIRST-LAST          where to listen for active data connections
  --external-address IP            what to announce for active data connections
  --encoding NAME                  of file names (default: UTF-8)
  --timeout SECONDS
  --netrc                          logins of ~/.netrc, or of the file that NETRC names

Transfers:
  -r, --recursive                  folders with all they hold
  --type a|i                       text with this system's line ends, or bytes (default)
  --resume                         go on where a part is there already
  --overwrite always|never|newer|size|rename|ask
                                   where a file is there (default: ask at a terminal, else never)
  --no-atomic                      put: write to the final name at once

Output:
  -R, --tree                       ls: all directories below
  --json                           an object a line
  --trace                          the dialogue with the server on standard error
  -q, --quiet                      no progress, no summary
  -h, --help, --version

Exit status:
  0 all done, 1 some failed, 2 wrong usage, 3 no connection or login, 4 a listing was not
  wholly understood, 5 refused for safety, 130 interrupted
`;
