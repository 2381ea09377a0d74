/** A TCP packet on the wire, as the client's end sees it. */
export interface Packet {
  /** Seconds on a clock of the wire's own. */
  readonly at: number;
  readonly fromServer: boolean;
  readonly serverPort: number;
  readonly clientPort: number;
  /** Of `SAFR`: SYN, ACK, FIN, RST. */
  readonly flags: string;
  /** At most the first 512 bytes, a character a byte. */
  readonly payload: string;
}

/** `1274801 > 40112 21 A 55534552`: microseconds, direction, source and target port, flags, payload in hex. */
export const parsePacket = (line: string): Packet => {
  const [at, mark, source, target, flags = '', payload = ''] = line.split(' ');
  const fromServer = mark === '<';
  return {
    at: Number(at) / 1e6,
    fromServer,
    serverPort: Number(fromServer ? source : target),
    clientPort: Number(fromServer ? target : source),
    flags,
    payload: Buffer.from(payload, 'hex').toString('latin1'),
  };
};
