import type { Packet } from './packet.ts';

/** When the control connection of a recorded dialogue stood, and when the client had the last of its first listing. */
export interface FirstListing {
  /** Seconds between the two, as the client sees them. */
  readonly seconds: number;
  /** The dialogue, a line a packet, with its time in round trips since the connection stood. */
  readonly lines: readonly string[];
}

/**
 * How long login and first listing took once the connection stood: from the arrival of the server's SYN+ACK to the
 * arrival of the listing's completion reply.
 *
 * @param packets of one client from its first SYN on
 * @param controlPort of the server
 * @throws Error where no listing was completed
 */
export const firstListing = (
  packets: readonly Packet[],
  controlPort: number,
  roundTripSeconds: number,
): FirstListing => {
  const stands = packets.find((packet) => packet.serverPort === controlPort && packet.flags === 'SA')?.at;
  const completed = packets.find(completesListing(controlPort))?.at;
  if (stands === undefined || completed === undefined) throw new Error('no listing was completed');
  const lines = packets.map((packet) => toLine(packet, controlPort, (packet.at - stands) / roundTripSeconds));
  return { seconds: completed - stands, lines: lines.filter((line) => line !== null) };
};

/** Commands may travel ahead, so a 250 behind LIST may still be that of CWD: the listing's follows its 1yz. */
const completesListing = (controlPort: number): ((packet: Packet) => boolean) => {
  let listing: 'to-come' | 'asked' | 'begun' = 'to-come';
  return ({ serverPort, fromServer, payload }) => {
    if (serverPort !== controlPort) return false;
    if (!fromServer && /^(LIST|MLSD|NLST)\b/m.test(payload)) listing = 'asked';
    if (!fromServer || listing === 'to-come') return false;
    const preliminary = listing === 'asked' ? payload.search(/^1\d\d /m) : 0;
    if (preliminary < 0) return false;
    listing = 'begun';
    return /^2(25|26|50) /m.test(payload.slice(preliminary));
  };
};

/** `  5.62 < 230 User logged in || 257 "/"`; data connections with their ports; acknowledgements alone say nothing. */
const toLine = (packet: Packet, controlPort: number, roundTrips: number): string | null => {
  const { fromServer, serverPort, clientPort, flags, payload } = packet;
  const begins = `${roundTrips.toFixed(2).padStart(6)} ${fromServer ? '<' : '>'}`;
  const marks = flags.replace('A', '');
  if (serverPort === controlPort) {
    const text = payload
      .replace(/^PASS .*$/m, 'PASS ****')
      .trimEnd()
      .split('\r\n')
      .join(' || ');
    return text === '' && marks === '' ? null : `${begins} ${[marks, text].filter(Boolean).join(' ')}`;
  }
  if (payload === '' && marks === '') return null;
  return `${begins} data ${serverPort}-${clientPort} ${[marks, payload === '' ? '' : 'bytes'].filter(Boolean).join(' ')}`;
};
