import type { CheckId, Verdict } from '../model/diagnosis.ts';

/**
 * What the doctor says, in English: for the window's English and for the command line, which would otherwise say the
 * same a second time. `{{…}}` stands for a fact of the finding. The other languages are among the window's.
 */
interface FindingWords {
  /** What each check is about. */
  readonly checks: Readonly<Record<CheckId, string>>;
  /** What came of it. */
  readonly said: { readonly [C in CheckId]: Readonly<Record<Verdict<C>, string>> };
  /** What a fix changes in the site. */
  readonly change: { readonly [C in CheckId]?: { readonly [V in Verdict<C>]?: string } };
}

export const FINDING_WORDS = {
  checks: {
    name: 'Name of the server',
    reach: 'Way to the server',
    greeting: 'Greeting',
    encryption: 'Encryption',
    versions: 'Versions of TLS',
    certificate: 'Certificate',
    login: 'Signing in',
    server: 'What the server can do',
    pipelining: 'Commands sent ahead',
    protection: 'Encryption of files',
    resumption: 'TLS of data connections',
    epsv: 'Passive, newer way (EPSV)',
    pasv: 'Passive, older way (PASV)',
    eprt: 'Active, newer way (EPRT)',
    port: 'Active, older way (PORT)',
    data: 'Data connections',
    connections: 'Several connections',
    keepAlive: 'Keeping the connection alive',
    listing: 'Listings',
    encoding: 'Names of files',
    times: 'Times of files',
    examination: 'The examination',
  },
  said: {
    name: {
      isAddress: '{{host}} is an address, no name has to be looked up.',
      resolved: '{{host}} has the address {{addresses}}.',
      byProxy: 'The proxy {{proxy}} looks {{host}} up.',
      notFound: 'There is no server called {{host}}. Check how it is written, and whether this computer is online.',
    },
    reach: {
      reached: 'Port {{port}} takes connections.',
      someSilent:
        'Port {{port}} takes connections, but not at every address of the name: {{silent}} does not answer. That can make connecting slow.',
      elsewhere:
        'Nothing answers at port {{port}}, but a server with encryption from the start does at port {{elsewhere}}.',
      refused:
        'The computer is there, but no program listens at port {{port}}. Check the port, or ask whoever runs the server whether it is switched on.',
      silent:
        'Nothing answers at {{host}}, port {{port}}. The address may be wrong, the server may be off, or a firewall is in between.',
      unreachable: 'This computer knows no way to {{host}}. Check the network.',
    },
    greeting: {
      greets: 'The server greets: {{greeting}}',
      slow: 'The server takes {{seconds}} seconds to greet. It may be looking up who you are.',
      wantsTls:
        'The server says nothing until the connection is encrypted: port {{port}} wants encryption from the start.',
      isPlain: 'The server greets unencrypted: at port {{port}} encryption is asked for after the greeting.',
      busy: 'The server takes no further connection at the moment: {{words}}',
      notFtp: 'What answers there is no FTP server: {{words}}',
      silent: 'The connection stands, but nobody greets: {{words}}',
      refused: 'The server turns this computer away: {{words}}',
      proxyFails: 'The proxy does not let the connection through: {{words}}',
    },
    encryption: {
      works: 'The connection can be encrypted ({{protocol}}).',
      notOffered: 'The server has no encryption: password and files can be read on the way. It says: {{words}}',
      byProxy: 'A proxy that speaks FTP reads every line, so nothing can be encrypted through it.',
      notWanted: 'The server has encryption, and the site does not use it: the password can be read on the way.',
      elsewhere: 'The server encrypts nothing at port {{port}}, but everything from the start at port {{elsewhere}}.',
      missing:
        'Encryption is required, and the server does not offer it: {{words}} Ask whoever runs it; without encryption the password could be read on the way.',
      fails: 'The server offers encryption, but it does not come about: {{words}}',
    },
    versions: {
      modern: 'The server takes part in {{versions}}.',
      one: 'The server takes part in {{versions}}, which is enough.',
      excluded: 'The server takes part in {{versions}}, which the site does not allow.',
      old: 'The server knows nothing newer than {{versions}}, which is no longer safe. Whoever runs it should renew it.',
      none: 'No version of TLS comes about with this server.',
    },
    certificate: {
      trusted: 'The server has shown that it is {{host}}.',
      kept: 'The certificate is one that you have chosen to trust.',
      untrusted:
        'Nobody this computer trusts vouches for the certificate. If you connect, you will be asked; compare its fingerprint with whoever runs the server.',
      otherHost: 'The certificate is for {{names}}, not for {{host}}. Connect by a name that it is for.',
      expired: 'The certificate has expired. Whoever runs the server has to renew it.',
      changed: 'The certificate is another one than you trusted. Ask whoever runs the server before you connect.',
    },
    login: {
      works: '{{user}} is signed in.',
      noPassword: 'No password for {{user}} is known, so signing in and all that follows could not be looked at.',
      notSafe:
        'Nobody signed in, as the password must not go to a server that is not trusted. Connect once and decide about its certificate, then check again.',
      unencrypted:
        'Nobody signed in, as the password would go unencrypted. Connect once and decide about that, then check again.',
      passwordRefused: 'The server does not accept user name or password of {{user}}: {{words}}',
      accountWanted: 'The server wants an account beside user and password: {{words}}',
      busy: 'The server lets {{user}} not in at the moment: {{words}}',
      fails: 'Signing in failed: {{words}}',
    },
    server: {
      tells: 'The server is of the kind {{system}} and tells {{number}} things that it can do.',
      silent: 'The server does not tell what it can do, so everything is tried.',
    },
    pipelining: {
      inOrder: 'The server answers commands in order even where they are sent ahead of its replies, which saves time.',
      off: 'The site sends one command after the other.',
      fails:
        'The server mixes up or loses commands that are sent ahead of its replies, so that connecting takes two attempts.',
    },
    protection: {
      works: 'Listings and files are encrypted as well.',
      inClear: 'The connection is not encrypted, and neither are files.',
      chosenClear: 'The site leaves files and listings unencrypted beside an encrypted login.',
      refused: 'The server encrypts the login and refuses to encrypt files: {{words}}',
    },
    resumption: {
      resumed:
        'Data connections go on with the encrypted session of the login ({{protocol}}), as strict servers demand.',
      inClear: 'Data connections are not encrypted.',
      notSeen: 'No encrypted data connection came about.',
      notResumed:
        'Every data connection begins an encrypted session of its own. This server does not mind; it takes a little longer.',
      olderOnly:
        'The server breaks off data connections under {{protocol}} and takes them under {{older}}. It says: {{words}}',
      fails: 'The server breaks off encrypted data connections: {{words}}',
    },
    epsv: {
      works: 'A listing came this way.',
      refused: 'The server does not know it: {{words}}',
      blocked: 'The server opens a port, and nobody gets through to it: a firewall is in between.',
      brokenOff: 'The connection came about and was broken off: {{words}}',
    },
    pasv: {
      works: 'A listing came this way.',
      otherHost:
        'A listing came this way, though the server names the address {{announced}} in place of its own, {{host}}. That address is not used.',
      otherHostOnly: 'The server opens its port at {{announced}} and not at {{host}}; there a listing came.',
      refused: 'The server does not know it: {{words}}',
      blocked: 'The server opens a port, and nobody gets through to it: a firewall is in between.',
      brokenOff: 'The connection came about and was broken off: {{words}}',
      ipv6: 'Not for connections over IPv6.',
    },
    eprt: {
      works: 'A listing came this way: the server can call this computer.',
      refused: 'The server does not do it: {{words}}',
      blocked: 'The server cannot call this computer. That is usual behind a router or a firewall.',
      brokenOff: 'The connection came about and was broken off: {{words}}',
      byProxy: 'Not through a proxy.',
    },
    port: {
      works: 'A listing came this way: the server can call this computer.',
      refused: 'The server does not do it: {{words}}',
      blocked: 'The server cannot call this computer. That is usual behind a router or a firewall.',
      brokenOff: 'The connection came about and was broken off: {{words}}',
      ipv6: 'Not for connections over IPv6.',
      byProxy: 'Not through a proxy.',
    },
    data: {
      works: 'Listings and files come through as the site is set ({{way}}).',
      pasvOnly: 'Only the older passive way works. Trying the newer one first costs time at every connection.',
      otherHost:
        'Listings and files come only from the address that the server names, which is not trusted unless the site says so.',
      activeOnly:
        'The passive ways are blocked or refused; the active one works, where the server calls this computer.',
      passiveOnly: 'The site is set to active, which does not work from here; passive does.',
      none: 'No listing and no file gets through, whichever way it is tried. Whoever runs the server has to open its passive ports, or a firewall here is in the way.',
    },
    connections: {
      two: 'The server lets you in twice at a time, so that transfers need not wait for each other.',
      one: 'The server takes only one connection at a time: {{words}}',
    },
    keepAlive: {
      works: 'The server answers the sign of life that keeps a quiet connection open.',
      refused: 'The server refuses the usual sign of life, which keeps the connection open all the same: {{words}}',
    },
    listing: {
      agree: 'The newer listing (MLSD) and the older one (LIST) tell the same. Entries: {{number}}.',
      listAlone:
        'The server has the older listing (LIST) alone, and every line of it is understood. Entries: {{number}}.',
      empty: 'The folder is empty, there is nothing to compare.',
      noData: 'Without data connections nothing can be listed.',
      statAlone:
        'Without data connections, folders can still be listed over the connection for commands. Entries: {{number}}.',
      hidden: 'The newer listing (MLSD) leaves out hidden entries that the older one (LIST) shows: {{missing}}.',
      mlsdRefused: 'The server promises the newer listing (MLSD) and refuses it. The older one (LIST) works.',
      mlsdLacks:
        'The newer listing (MLSD) leaves out entries that the older one (LIST) shows: {{missing}} of {{listNumber}}.',
      notUnderstood:
        'Lines in the listing that nobody understands: {{number}}, the first being “{{line}}”. They are shown in the pane as they are.',
      namesAlone: 'Listings are refused, and only names can be had: {{words}}',
      fails: 'The folder cannot be listed: {{words}}',
    },
    encoding: {
      plain: 'The names here are plain letters and figures, which every encoding has.',
      utf8: 'Names are in UTF-8.',
      chosen: 'All names can be read with the encoding that the site has chosen ({{encoding}}).',
      noNames: 'There are no names to look at.',
      isUtf8: 'The site reads names as {{chosen}}, but they are in UTF-8, as “{{name}}”.',
      other: 'Names that are not in UTF-8: {{number}}. They look like {{encoding}}, as “{{name}}”.',
      unknown:
        'Names that cannot be read: {{number}}, the first being “{{name}}”. Choose the encoding of the server in the site.',
    },
    times: {
      utc: 'The server tells times with their zone.',
      same: 'Times in listings are in UTC.',
      unknown: 'The zone of times cannot be found out here.',
      zone: 'Times in listings are on the server’s own clock, {{minutes}} minutes ahead of UTC.',
      ahead:
        'There is a file from the future: the clock of the server, or of this computer, is wrong by {{minutes}} minutes or more.',
    },
    examination: {
      brokenOff: 'The server ended the examination: {{words}}',
    },
  },
  change: {
    reach: { elsewhere: 'Encryption from the start, at port {{elsewhere}}' },
    greeting: { wantsTls: 'Encryption from the start (implicit)', isPlain: 'Encryption after the greeting (explicit)' },
    encryption: {
      notWanted: 'Encryption is required',
      elsewhere: 'Encryption from the start, at port {{elsewhere}}',
    },
    versions: { excluded: 'Allow {{versions}}', old: 'Allow {{versions}}' },
    pipelining: { fails: 'One command after the other' },
    resumption: { olderOnly: 'No newer version than {{older}}' },
    data: {
      pasvOnly: 'Begin with PASV',
      otherHost: 'Believe the address that the server names',
      activeOnly: 'Data connections: active',
      passiveOnly: 'Data connections: passive',
    },
    connections: { one: 'One connection at a time' },
    listing: {
      mlsdRefused: 'List with LIST',
      mlsdLacks: 'List with LIST',
      statAlone: 'List with STAT',
      namesAlone: 'List with NLST, which tells names alone',
    },
    encoding: { isUtf8: 'Encoding of names: UTF-8', other: 'Encoding of names: {{encoding}}' },
    times: { zone: 'Times are {{minutes}} minutes ahead of UTC' },
  },
} satisfies FindingWords;
