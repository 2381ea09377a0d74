import { isIP, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type Fault, FaultError } from '#shared/fault.ts';
import type { ConnectOptions } from '../engine.ts';
import { plainAddress } from '../network/address.ts';
import { connectionCause, systemWords } from '../network/connection-cause.ts';
import { createLineReader } from '../protocol/line-reader.ts';
import { protocolFault } from '../protocol/protocol-fault.ts';
import { createTelnetReceiver, escapeTelnet, TELNET_INTERRUPT } from '../protocol/telnet.ts';
import { handshakeFault, isAboutOurCertificate } from '../security/handshake-fault.ts';
import { type RemovableTls, removableTls } from '../security/removable-tls.ts';
import type { TlsClient } from '../security/tls-client.ts';
import { tunnelOf } from './proxy-limits.ts';
import { lostControl, reachServer } from './reach-server.ts';

const LF = 0x0a;
const CRLF = Uint8Array.of(0x0d, LF);
const NOTHING = new Uint8Array();

export interface ControlHandlers {
  /** One line without its end. May throw a FaultError, which closes the connection with it. */
  line(bytes: Uint8Array): void;
  /** The connection is gone, or of no more use; called once, and not after `destroy`. */
  closed(fault: Fault): void;
}

/** Bytes and lines of the control connection (RFC 959 2.3): TCP or TLS below, Telnet NVT rules above. */
export interface ControlConnection {
  /** Where the server's data connections come from; null where a proxy has reached it and keeps that to itself. */
  readonly serverAddress: string | null;
  /** Where data connections go to when a reply names a port alone: the server's address, or what a proxy knows it by. */
  readonly dataHost: string;
  readonly localAddress: string;
  readonly remotePort: number;
  readonly localPort: number;
  /** `TLSv1.3`, also behind `clear`; null where TLS never stood. */
  readonly tlsProtocol: string | null;
  /** Whether TLS has ended: nothing secret is to be sent any more. */
  readonly cleared: boolean;
  /** Begins to deliver; lines that came before are not lost. */
  start(handlers: ControlHandlers): void;
  /**
   * Sends a line, doubling 0xFF and adding CRLF, together with all others of this turn of the event loop.
   * @param interrupting whether Telnet's interrupt goes before it, in the same segment
   */
  send(line: Uint8Array, interrupting: boolean): void;
  /** What was sent in this turn of the event loop leaves now, and not at its end. */
  flush(): void;
  /**
   * From here on nothing in the clear is believed: what has come already or comes still, before TLS stands, is
   * somebody else's (CVE-2021-22947). To be called while the line of the 234 is being delivered.
   */
  sealPlainText(): void;
  /** TLS from here on (RFC 4217 4). Faults: `security`, `protocol: bytes-before-tls`. */
  protect(): Promise<void>;
  /**
   * Ends TLS and goes on in the clear (RFC 4217 5); only where the options asked for it. To be called while the line of
   * the 200 is being delivered: what comes behind that within TLS is not believed any more.
   * Faults: `protocol: tls-not-ended`.
   */
  clear(): Promise<void>;
  destroy(): void;
}

/**
 * Connects to the server-PI, or to the proxy that speaks for it; with implicit TLS, up to and including trust.
 * Faults: `control-connection`, `security` and `refused-here`, stage `connecting`; `cancelled`.
 */
export const connectControl = async (options: ConnectOptions, tls: TlsClient): Promise<ControlConnection> => {
  const socket = await reachServer(options);
  const secured = options.security === 'implicit' ? await protection(options, socket, tls, 'connecting') : null;
  return overSocket(options, socket, secured, tls);
};

/** TLS over the socket, and what takes it off again where that is wanted. */
interface Protection {
  readonly secured: TLSSocket;
  readonly removable: RemovableTls | null;
}

const protection = async (
  options: ConnectOptions,
  tcp: Socket,
  tls: TlsClient,
  stage: 'connecting' | 'logging-in',
): Promise<Protection> => {
  const removable = options.tls.clearControl ? removableTls(tcp) : null;
  return { removable, secured: await tls.protectControl(removable?.stream ?? tcp, stage) };
};

const overSocket = (
  options: ConnectOptions,
  tcp: Socket,
  already: Protection | null,
  tls: TlsClient,
): ControlConnection => {
  const tunnelled = tunnelOf(options) !== null;
  const remoteAddress = plainAddress(tcp.remoteAddress ?? '');
  const asked = plainAddress(options.host);
  const serverAddress = tunnelled ? (isIP(asked) === 0 ? null : asked) : remoteAddress;
  const localAddress = plainAddress(tcp.localAddress ?? '');
  const { remotePort = 0, localPort = 0 } = tcp;
  let protectedBy = already;
  let tlsProtocol = already?.secured.getProtocol() ?? null;
  let cleared = false;
  let current: Socket = already?.secured ?? tcp;
  /** What bytes that come now end in. */
  let sealed: FaultError | null = null;
  let handlers: ControlHandlers | null = null;
  let closedBy: Fault | null = null;

  const close = (fault: Fault): void => {
    closedBy ??= fault;
    const told = handlers;
    handlers = null;
    tcp.destroy();
    current.destroy();
    told?.closed(fault);
  };
  const failed = (error: unknown): void => {
    if (error instanceof FaultError) close(error.fault);
    else if (isAboutOurCertificate(error)) close(handshakeFault('logging-in', error).fault);
    else close(lostControl(options, 'preparing', connectionCause(error), systemWords(error)));
  };
  const ended = (): void => close(lostControl(options, 'preparing', 'closed', 'the server closed the connection'));

  const refuseSealed = (): void => {
    if (sealed !== null) throw sealed;
  };
  const lines = createLineReader((line) => {
    refuseSealed();
    handlers?.line(line);
  });
  const telnet = createTelnetReceiver(
    (bytes) => lines.push(bytes),
    (refusal) => current.write(refusal),
  );
  const received = (bytes: Buffer): void => {
    try {
      refuseSealed();
      telnet.push(bytes);
      // Part of a line, or of a Telnet command, behind the 234's own end.
      if (bytes.at(-1) !== LF) refuseSealed();
    } catch (error) {
      failed(error);
    }
  };

  const listen = (): void => {
    current.on('data', received).on('error', failed).on('end', ended).on('close', ended);
  };
  const ignore = (): void => {
    current.off('data', received).off('error', failed).off('end', ended).off('close', ended);
  };

  /**
   * Lines of one turn of the event loop leave in one segment. That is more than thrift: what is sent ahead has to be with
   * the server when its transfer begins. Pure-FTPd answers a command that arrives during one with 500, ProFTPD with 450.
   */
  let gathering: Socket | null = null;
  const flush = (): void => {
    const socket = gathering;
    gathering = null;
    socket?.uncork();
  };
  const gatherTurn = (): void => {
    if (gathering !== null) return;
    gathering = current;
    current.cork();
    setImmediate(flush);
  };

  // Errors can come before anybody listens; they come again as 'close'.
  current.on('error', () => {});
  current.pause();

  return {
    serverAddress,
    dataHost: serverAddress ?? options.host,
    localAddress,
    remotePort,
    localPort,
    get tlsProtocol() {
      return tlsProtocol;
    },
    get cleared() {
      return cleared;
    },
    start(wanted) {
      handlers = wanted;
      if (current.destroyed) ended();
      else {
        listen();
        current.resume();
      }
    },
    send(line, interrupting) {
      gatherTurn();
      const before = interrupting ? TELNET_INTERRUPT : NOTHING;
      current.write(Buffer.concat([before, escapeTelnet(line), CRLF]));
    },
    flush,
    sealPlainText() {
      sealed = protocolFault('bytes-before-tls', 'the server went on in the clear after 234', 'logging-in');
    },
    async protect() {
      if (closedBy !== null) throw new FaultError({ ...closedBy, stage: 'logging-in' });
      ignore();
      current.pause();
      try {
        protectedBy = await protection(options, tcp, tls, 'logging-in');
      } catch (error) {
        handlers = null;
        tcp.destroy();
        throw error;
      }
      current = protectedBy.secured;
      tlsProtocol = protectedBy.secured.getProtocol();
      sealed = null;
      listen();
    },
    async clear() {
      if (closedBy !== null) throw new FaultError({ ...closedBy, stage: 'logging-in' });
      if (protectedBy === null || protectedBy.removable === null) {
        throw new FaultError({ kind: 'defect', stage: 'logging-in', detail: 'nobody asked for CCC' });
      }
      sealed = protocolFault('tls-not-ended', 'the server went on after its reply to CCC', 'logging-in');
      ignore();
      let behind: Uint8Array;
      try {
        behind = await protectedBy.removable.remove(protectedBy.secured, options.timeouts.connect);
      } catch (error) {
        handlers = null;
        tcp.destroy();
        throw error;
      }
      current = tcp;
      cleared = true;
      sealed = null;
      listen();
      tcp.resume();
      if (behind.length > 0) received(Buffer.from(behind));
    },
    destroy() {
      handlers = null;
      current.destroy();
      tcp.destroy();
    },
  };
};
