import {
  type Fault,
  isProxyCause,
  type LocalCause,
  type ProtocolReason,
  type ProxyCause,
  type SecurityReason,
} from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';

/** A fault in one English sentence without its full stop, for standard error. */
export const describeFault = (fault: Fault): string => {
  switch (fault.kind) {
    case 'reply':
      return `the server answered ${fault.command ?? 'the connection'} with ${fault.code} ${oneLine(fault.text)}`;
    case 'protocol':
      return `${PROTOCOL[fault.reason]} (${oneLine(fault.detail)})`;
    case 'control-connection':
      return describeConnection(fault);
    case 'data-connection':
      return `the data connection ${DATA_CAUSE[fault.cause]} (${oneLine(fault.detail)})`;
    case 'security':
      return `${SECURITY[fault.reason]} (${oneLine(fault.detail)})`;
    case 'local-file':
      return `${displayName(fault.path)}: ${LOCAL[fault.cause] ?? oneLine(fault.detail)}`;
    case 'listing':
      return `the listing cannot be used: ${oneLine(fault.detail)}`;
    case 'between-servers':
      return describeBetween(fault);
    case 'refused-here':
      return describeRefusal(fault);
    case 'cancelled':
      return 'interrupted';
    case 'defect':
      return `this is a defect of Longshore, please report it: ${fault.detail}`;
  }
};

type Of<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

const describeConnection = (fault: Of<'control-connection'>): string => {
  const place = `${fault.host}:${fault.port}`;
  if (isProxyCause(fault.cause)) return `the proxy ${place} ${PROXY[fault.cause]} (${oneLine(fault.detail)})`;
  switch (fault.cause) {
    case 'host-not-found':
      return `there is no host called ${fault.host}`;
    case 'refused':
      return `${place} refuses the connection: no FTP server listens there`;
    case 'unreachable':
      return `${place} cannot be reached from here`;
    case 'timeout':
      return `${place} does not answer`;
    case 'service-closing':
      return `${place} closed the connection: ${oneLine(fault.detail)}`;
    case 'reset':
    case 'closed':
      return `the connection to ${place} was lost`;
    case 'stranger':
    case 'other':
      return `the connection to ${place} failed: ${oneLine(fault.detail)}`;
  }
};

const describeBetween = (fault: Of<'between-servers'>): string => {
  const { source, target, side } = fault;
  const both = `${source} and ${target}`;
  const which = side === 'both' ? both : side === 'source' ? source : target;
  const said = fault.detail === '' ? '' : ` (${oneLine(fault.detail)})`;
  switch (fault.reason) {
    case 'foreign-address':
      return side === 'both'
        ? `neither ${source} nor ${target} lets data go to another address: FXP is off on both${said}`
        : `${which} does not let data go to another address: FXP is off there${said}`;
    case 'no-passive':
      return side === 'both'
        ? `neither ${source} nor ${target} opens a port for the other${said}`
        : `${which} opens no port for another server to call${said}`;
    case 'cannot-connect':
      return `${both} do not reach each other${said}`;
    case 'not-encrypted':
      return `the data would go unencrypted between ${both}: ${oneLine(fault.detail)}`;
    case 'encryption-failed':
      return `${both} do not agree on encrypting the data between them${said}`;
    case 'parameters-refused':
      return `${which} does not have the type, structure or mode for it${said}`;
  }
};

const describeRefusal = (fault: Of<'refused-here'>): string => {
  const detail = oneLine(fault.detail);
  switch (fault.reason) {
    case 'unsafe-argument':
      return `refused, a line end or NUL would make it two commands: ${detail}`;
    case 'unsafe-name':
      return `refused, a name like this leads out of the folder: ${detail}`;
    case 'through-link':
      return `refused, a symbolic link is in the way: ${detail}`;
    case 'name-taken':
      return `refused, something of that name is there already: ${detail}`;
    case 'not-connected':
      return `not connected: ${detail}`;
    case 'not-supported':
      return `not possible: ${detail}`;
    case 'file-command':
      return `${detail} moves a file: use get or put`;
    case 'governed':
      return `${detail} is sent by longshore itself, as its options say`;
    case 'no-meaning':
      return `RFC 959 gives this no meaning: ${detail}`;
    case 'no-checksum':
      return `cannot be compared by checksum: ${detail}; --verify auto goes by size there`;
    case 'bad-input':
      return detail;
    case 'declined':
      return `not done: ${detail}`;
    case 'there-already':
      return 'left as it was: a file is there already';
    case 'not-newer':
      return 'left as it was: the file there is not older';
    case 'same-size':
      return 'left as it was: the file there has the same size';
    case 'same-content':
      return 'left as it was: the file there has the same content';
    case 'all-there':
      return 'left as it was: all of it is there already';
  }
};

const PROTOCOL: Readonly<Record<ProtocolReason, string>> = {
  'not-ftp': 'what answers there is no FTP server',
  'line-too-long': 'the server sends a line without end',
  'reply-too-long': 'the server sends a reply without end',
  'malformed-reply': 'the server sends what is no reply',
  'unexpected-reply': 'the server sends a reply that does not belong here',
  'bytes-before-tls': 'something was slipped in before encryption began',
  'tls-not-ended': 'the server agreed to CCC and did not end encryption properly',
  'malformed-address': 'the server names an address that cannot be used',
  'size-mismatch': 'the file arrived with the wrong size',
  'content-mismatch': 'the file that arrived is not the same as its source',
  'data-not-closed': 'the server says it is done and leaves the data connection open',
  'malformed-data': 'the data does not follow the structure or mode that was agreed',
  'no-end-of-file': 'the data ended before the end of the file was marked',
  'suspect-data': 'the server marked some of the data as possibly wrong',
};

const SECURITY: Readonly<Record<SecurityReason, string>> = {
  'tls-not-offered': 'the server does not offer encryption, which was required',
  'tls-handshake': 'the connection could not be encrypted',
  'certificate-refused': "the server's certificate is not trusted",
  'certificate-changed': 'the server shows another certificate than before',
  'data-certificate-differs': 'the data connection shows another certificate than the control connection',
  'protection-refused': 'the server does not encrypt data connections; --allow-clear goes on without',
  'proxy-reads-along': 'nothing can be encrypted through a proxy that speaks FTP: use SOCKS5 or HTTP, or --tls off',
  'session-not-resumed': 'the server wants the data connection to resume the TLS session, which failed',
  'client-certificate': 'the client certificate cannot be used',
  truncated: 'the encrypted data connection was cut off',
};

const PROXY: Readonly<Record<ProxyCause, string>> = {
  'proxy-unreachable': 'cannot be reached: give another one, or none, with --proxy',
  'proxy-login': 'wants another user or password: put them into --proxy',
  'proxy-refused': 'does not let the connection through: it has to allow this server and port',
  'proxy-failed': 'does not get through to the server',
  'not-a-proxy': 'is no proxy of this kind: mind the scheme of --proxy',
};

const LOCAL: Readonly<Record<LocalCause, string | null>> = {
  'not-found': 'there is no such file or folder',
  'no-permission': 'no permission',
  exists: 'something of that name is there already',
  'not-a-directory': 'not a folder',
  'is-a-directory': 'is a folder',
  'disk-full': 'the disk is full',
  'name-not-possible': 'a name like this is not possible here',
  'changed-meanwhile': 'the file was changed meanwhile',
  other: null,
};

const DATA_CAUSE: Readonly<Record<Of<'data-connection'>['cause'], string>> = {
  'host-not-found': 'has no host to go to',
  refused: 'was refused',
  unreachable: 'does not get through',
  timeout: 'does not get through in time',
  reset: 'was reset',
  closed: 'was closed too early',
  'service-closing': 'was closed by the server',
  'proxy-unreachable': 'has no proxy to go through',
  'proxy-login': 'is refused by the proxy, which wants another user or password',
  'proxy-refused': 'is not let through by the proxy',
  'proxy-failed': 'does not get through the proxy',
  'not-a-proxy': 'meets no proxy of this kind',
  stranger: "came from an address that is not the server's",
  other: 'failed',
};

/** Server's words may hold anything: line ends and control characters must not draw on the person's screen. */
const oneLine = (text: string): string => displayName(text.replace(/\s*\n\s*/g, ' / ').trim());
