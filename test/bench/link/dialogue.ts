import type { Packet } from './packet.ts';

/**
 * How long login and first listing took once the connection stood, in seconds as the client sees them: from the arrival
 * of the server's SYN+ACK to the arrival of the listing's completion reply.
 *
 * @param packets of one client from its first SYN on
 * @param controlPort of the server
 * @throws Error where no listing was completed
 */
export const timeOfFirstListing = (packets: readonly Packet[], controlPort: number): number => {
  const completed = packets.find(completesListing(controlPort))?.at;
  if (completed === undefined) throw new Error('no listing was completed');
  return completed - standsAt(packets, controlPort);
};

/** The dialogue, a line a packet that says something, with its time in round trips since the connection stood. */
export const dialogueLines = (
  packets: readonly Packet[],
  controlPort: number,
  roundTripSeconds: number,
): readonly string[] => {
  const stands = standsAt(packets, controlPort);
  return packets
    .map((packet) => toLine(packet, controlPort, (packet.at - stands) / roundTripSeconds))
    .filter((line) => line !== null);
};

const standsAt = (packets: readonly Packet[], controlPort: number): number => {
  const stands = packets.find((packet) => packet.serverPort === controlPort && packet.flags === 'SA');
  if (stands === undefined) throw new Error('no connection was made');
  return stands.at;
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
