import type { OnReadOpts } from 'node:net';
import { EOL } from 'node:os';
import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { meaningless, restartManner } from '#shared/ftp/transfer-meaning.ts';
import type { TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { DataSink, DataSource, SuspectData } from '../engine.ts';
import { parseMarkerReply } from '../protocol/marker-reply.ts';
import type { ConversionEnds } from '../user-dtp/conversion/conversion.ts';
import { sendingCodec } from '../user-dtp/conversion/sending.ts';
import type { DataStream } from '../user-dtp/data-stream.ts';
import { deflating, inflating } from '../user-dtp/deflated.ts';
import { extentSink } from '../user-dtp/extent-sink.ts';
import { createReceiver } from '../user-dtp/receiver.ts';
import { send } from '../user-dtp/sender.ts';
import { ticketArrived } from '../user-dtp/session-ticket.ts';
import { createTlsUnderlay } from '../user-dtp/tls-underlay.ts';
import type { DataRoute } from './data-route.ts';
import type { Interpreter } from './interpreter.ts';
import { tunnelOf } from './proxy-limits.ts';
import type { TransferOrder } from './transfer-order.ts';

/** Local bytes between two restart markers: what a broken transfer has to do over again, at most. */
const MARKER_INTERVAL = 1024 * 1024;

/** What the user-DTP does with the data connection of one transfer. */
export interface DataSide {
  /** Buffers for a socket that is read directly, or null. */
  readonly onread: OnReadOpts | null;
  /** Opens the route and moves everything over it. */
  move(route: DataRoute): Promise<void>;
  /** The server was told to end after so many bytes. */
  expectEnd(bytes: number): void;
  /** Whether all that was wanted is here while the server may have more to send. */
  readonly satisfied: boolean;
  /** Takes a preliminary reply to the transfer command: 110 tells of a checkpoint. */
  preliminary(reply: Reply): void;
  /** The transfer has ended, perhaps before its data has: the sink is left alone from now on. */
  stop(): void;
  /** Local bytes that came out of data marked as suspect. */
  readonly suspect: readonly SuspectData[];
  /** Whether the data connection resumed the TLS session; null before its TLS stands, and in the clear. */
  readonly resumed: boolean | null;
}

/**
 * Chooses receiver or sender, conversion and protection for an order.
 * Faults: `refused-here` for transfer parameters without a meaning.
 */
export const dataSide = (interpreter: Interpreter, order: TransferOrder): DataSide => {
  refuseMeaningless(order.parameters);
  if (order.extent && restartManner(order.parameters) !== 'bytes') throw notInParts();
  const { moves } = order;
  return 'from' in moves ? sendingSide(interpreter, order, moves.from) : receivingSide(interpreter, order, moves.to);
};

const refuseMeaningless = (parameters: TransferParameters): void => {
  const detail = meaningless(parameters);
  if (detail === null) return;
  const reason = detail === 'local-byte-size' ? 'not-supported' : 'no-meaning';
  throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason, detail });
};

/** Where bytes here and there are not the same ones, no number of them is a place in the file. */
const notInParts = (): FaultError => {
  const detail = 'parts of a file are had in TYPE I, STRU F and MODE S alone';
  return new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'no-meaning', detail });
};

const conversionEnds = ({ parameters, form, start }: TransferOrder): ConversionEnds => ({
  parameters,
  form,
  lineEnd: EOL === '\r\n' ? '\r\n' : '\n',
  from: start?.localBytes ?? 0,
});

const sendingSide = ({ options, tls, state }: Interpreter, order: TransferOrder, source: DataSource): DataSide => {
  const { counter, signal, parameters, onCheckpoint, pace = null } = order;
  const compressed = parameters.mode === 'Z';
  let lastMarker = 0;
  let resumed: boolean | null = null;
  const onMarker = (localBytes: number): void => {
    lastMarker = localBytes;
  };
  const codec = order.asIs
    ? null
    : sendingCodec({ ...conversionEnds(order), markerInterval: MARKER_INTERVAL, onMarker });
  return {
    onread: null,
    expectEnd: () => {},
    satisfied: false,
    async move(route) {
      const socket = await route.open();
      const secured = state.protectsData ? await tls.protectData(socket, signal) : null;
      resumed = secured?.isSessionReused() ?? null;
      const endAfter = secured !== null && tunnelOf(options) !== null ? ticketArrived(secured) : undefined;
      const carrier = secured ?? socket;
      const connection: DataStream = compressed ? deflating(carrier, pace) : carrier;
      const idleMs = options.timeouts.data;
      await send(connection, { source, counter, codec, pace: compressed ? null : pace, idleMs, endAfter });
    },
    preliminary(reply) {
      const pair = parseMarkerReply(reply);
      const localBytes = Number(pair?.ours);
      // One that we did not send is the server's mistake, and to begin there would be ours.
      if (pair && localBytes > 0 && localBytes <= lastMarker) onCheckpoint?.({ marker: pair.theirs, localBytes });
    },
    stop: () => {},
    suspect: [],
    get resumed() {
      return resumed;
    },
  };
};

const receivingSide = ({ options, tls, state }: Interpreter, order: TransferOrder, sink: DataSink): DataSide => {
  const { counter, signal, parameters, onCheckpoint, extent = null, pace = null } = order;
  const compressed = parameters.mode === 'Z';
  let satisfied = false;
  const part =
    extent === null
      ? null
      : extentSink(sink, extent, counter, () => {
          satisfied = true;
          receiver.enough();
        });
  const receiver = createReceiver({
    sink: part ?? sink,
    // Of a part only what is wanted counts.
    counter: part === null ? counter : { bytes: 0 },
    conversion: order.asIs ? null : conversionEnds(order),
    // Gone on from behind suspect data, nobody would know of it any more.
    onCheckpoint: (checkpoint) => {
      if (receiver.suspect.length === 0) onCheckpoint?.(checkpoint);
    },
    pace: compressed ? null : pace,
    idleMs: options.timeouts.data,
  });
  const underlay = state.protectsData ? createTlsUnderlay() : null;
  let resumed: boolean | null = null;
  return {
    onread: underlay !== null ? underlay.onread : compressed ? null : receiver.onread,
    async move(route) {
      const socket = await route.open();
      const over = underlay === null ? null : await tls.protectData(underlay.over(socket, route.direct), signal);
      resumed = over?.isSessionReused() ?? null;
      if (over !== null) underlay?.carries(over);
      const secured = over ?? socket;
      let truncated = false;
      // Asked when TLS ends: what compression makes of the last bytes ends later, when the network has as well.
      secured.once('end', () => {
        truncated = underlay?.endForwarded === true;
      });
      const connection = compressed ? inflating(secured, pace) : secured;
      const direct = underlay === null && route.direct;
      await receiver.run(connection, direct, () => !truncated);
    },
    preliminary: () => {},
    expectEnd: (bytes) => part?.expectEnd(bytes),
    get satisfied() {
      return satisfied;
    },
    stop: () => {
      part?.over();
      receiver.stop();
    },
    get suspect() {
      return receiver.suspect;
    },
    get resumed() {
      return resumed;
    },
  };
};
