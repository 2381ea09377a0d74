/** What `--help` prints. */
export const USAGE = `Usage:
  longshore ls    [options] URL               a directory, with -R all under it
  longshore get   [options] URL... [DEST]     files, with -r folders
  longshore put   [options] PATH... URL       files, with -r folders
  longshore cp    [options] URL URL           from server to server, with -r folders
  longshore mv    [options] URL TARGET        TARGET: a URL on that server, or a path there
  longshore rm    [options] URL...            files, with -r folders
  longshore mkdir [options] URL...            directories, with -p those above them
  longshore chmod [options] MODE URL...       MODE in octal
  longshore cat   [options] URL...            files on standard output
  longshore stat  [options] URL...            what the server tells of them
  longshore raw   [options] URL COMMAND...    commands as given, and the replies
  longshore doctor [options] URL              how the server is to be connected with, and what is in the way

URL:
  ftp://[user[:password]@]host[:port]/path[;type=a|e|i], percent-encoded
  ftpes:// is explicit TLS, ftps:// implicit TLS.
  One slash after the host begins a path from the login directory, two an absolute one.
  Without a user: anonymous. The password is the first of: the URL's, the environment variable
  LONGSHORE_PASSWORD, the one in ~/.netrc with --netrc, and your answer at the terminal.
  The passphrase of a client certificate: LONGSHORE_PASSPHRASE, or your answer at the terminal.

Connection:
  --tls off|try|require|implicit   try: encrypted where the server can (default)
  --ca FILE                        trust these certificates (PEM) too
  --pin SHA256                     trust the certificate with this fingerprint
  --insecure                       trust any certificate
  --client-cert FILE               who we are: PEM, or PKCS#12 with its key
  --client-key FILE                its key (PEM), where the certificate's file does not hold it
  --tls-min, --tls-max VERSION     1.0, 1.1, 1.2 or 1.3 (default: 1.2 to 1.3)
  --clear-data                     encrypt the login and no data (PROT C)
  --allow-clear                    the same where the server, or for cp both, cannot encrypt data
  --ccc                            commands unencrypted after the login (CCC), for address translators
  --passive, --active              how data connections are made (default: passive, else active)
  --extended-passive               passive by EPSV alone, for strict address translators (EPSV ALL)
  --trust-passive-host             believe a server that names another host for data connections
  --default-port                   by the port RFC 959 has for it, without announcing one
  --port-range FIRST-LAST          where to listen for active data connections
  --external-address IP            what to announce for active data connections
  --proxy URL|none                 socks5://, http:// or ftp://[user[:password]@]host[:port]; behind ftp
                                   ;dialect=user-at-host|site|open. Default: what ftp_proxy, all_proxy
                                   and no_proxy say; password also in LONGSHORE_PROXY_PASSWORD
  --no-pipelining                  send no command before the one before it is answered
  --encoding NAME                  of file names (default: UTF-8)
  --list-command mlsd|list-a|list|stat|nlst
                                   what lists directories (default: the best that works)
  --list-format unix|dos|vms|...   of listings, where it is not told by what they look like
  --list-zone=+HH:MM|utc          which zone the times of listings are in
  --host-command                   say which host is meant (HOST), to one that serves several
  --language TAG                   of the server's words: de, ja-JP (LANG)
  --after-login COMMAND            send it after each login; may be given several times
  --no-one-time-passwords          send the password even where a one-time password is wanted
  --timeout SECONDS
  --netrc                          logins of ~/.netrc, or of the file that NETRC names

Transfers:
  -r, --recursive                  folders with all they hold
  --connections N                  at a time, with one server (default: 1)
  --segments N                     one large file over so many connections, in pieces (default: 1)
  --limit BYTES_PER_SECOND         get, put: all together; 500k and 2M are powers of 1000, 1.5MiB of 1024
  --resume                         go on where a part is there already
  --overwrite always|never|newer|size|content|rename|ask
                                   where a file is there (default: ask at a terminal, else never);
                                   content: only where it differs, read or by checksum
  --verify auto|size|hash|off      how what arrived is compared with its source (default: auto, by size, and by
                                   checksum where the server has one; hash: fails where it has none)
  --no-atomic                      put: write to the final name at once
  --allocate                       put: tell the server the size beforehand (ALLO)

How files are moved (RFC 959 3):
  --type a|e|i|l8                  ASCII text, EBCDIC text, bytes (default), bytes of 8 bits
  --format n|t|c                   of text: not for print (default), Telnet, carriage control
  --code-page 037|273|500|1047     which EBCDIC (default: 037)
  --structure file|record|page     default: file
  --record-form lines|prefixed     records here: lines of text (default), or each behind its length
  --mode stream|block|compressed|deflate
                                   default: stream

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
