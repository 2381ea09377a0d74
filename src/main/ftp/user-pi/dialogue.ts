import { type Fault, FaultError, type Stage } from '#shared/fault.ts';
import { isPreliminary, type Reply, replyText } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../engine.ts';
import type { Command } from '../protocol/command.ts';
import type { PathnameCodec } from '../protocol/pathname-codec.ts';
import { excerpt, protocolFault } from '../protocol/protocol-fault.ts';
import { createReplyReader } from '../protocol/reply-reader.ts';
import type { ControlConnection } from './control-connection.ts';
import type { Exchange, ExchangeOptions } from './exchange.ts';
import { dialogueOf, learn } from './learn.ts';

/**
 * The dialogue of user-PI and server-PI (RFC 959 5.4). Commands are answered in the order they were sent, so each
 * one leaves on a queue what its replies will mean; any number may be outstanding.
 */
export interface Dialogue {
  /** Waits for the greeting; to be called once, first. */
  greeting(options: Omit<ExchangeOptions, 'stage'>): Exchange;
  /**
   * Sends a command; where commands do not go ahead of replies, when all before it are answered. Throws at once when the
   * dialogue has ended.
   */
  send(command: Command, options: ExchangeOptions): Exchange;
  /** The time allowed for the next reply begins anew: what excused the server's silence is over. */
  awaitReply(): void;
  /** Bytes of the commands that are sent and not answered. */
  readonly unanswered: number;
  /** Settles when every command is answered, or the dialogue has ended. */
  answered(): Promise<void>;
  /** What has been sent leaves now, and not in one segment with what follows. */
  flush(): void;
  /** Why it ended, or null. */
  readonly ended: Fault | null;
  /** Settles when it has ended: with the fault, or with null after `close`. */
  readonly gone: Promise<FaultError | null>;
  /** Ends it by our own wish. */
  close(): void;
  /** Ends it because of a fault. */
  fail(fault: Fault): void;
}

/**
 * Preliminary replies that one command may have. RFC 959 6 has one, and restart markers (110) are many; each is a sign
 * of life, so without a bound a server could keep a command waiting for ever.
 */
const MOST_PRELIMINARY = 100_000;

interface Outstanding {
  preliminary: number;
  /** The command line without secrets; empty for the greeting. */
  readonly shown: string;
  /** With the CRLF; of one that is held none is sent. */
  readonly bytes: number;
  /** Not sent yet. */
  held: Command | null;
  readonly turn: PromiseWithResolvers<void>;
  readonly exchange: Exchange;
  readonly options: ExchangeOptions;
  readonly settle: PromiseWithResolvers<Reply>;
}

const NOT_CONNECTED: Fault = {
  kind: 'refused-here',
  stage: 'preparing',
  reason: 'not-connected',
  detail: 'the connection was closed here',
};

/** A connection's fault as it is where the work stands: before the greeting, no reply at all means no FTP at all. */
const atStage = (fault: Fault, stage: Stage): Fault => {
  const notFtp = stage === 'greeting' && fault.kind === 'protocol' && fault.reason !== 'bytes-before-tls';
  return notFtp ? { ...fault, stage, reason: 'not-ftp' } : { ...fault, stage };
};

export const createDialogue = (control: ControlConnection, codec: PathnameCodec, options: ConnectOptions): Dialogue => {
  const { observer, host, port } = options;
  const outstanding: Outstanding[] = [];
  const gone = Promise.withResolvers<FaultError | null>();
  let ended: Fault | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastFinal: Reply | null = null;
  let allAnswered = Promise.withResolvers<void>();

  const end = (fault: Fault, byUs: boolean): void => {
    if (ended !== null) return;
    ended = fault;
    clearTimeout(timer);
    control.destroy();
    for (const { exchange, settle, turn } of outstanding.splice(0)) {
      settle.reject(new FaultError({ ...fault, stage: exchange.stage }));
      turn.resolve();
    }
    allAnswered.resolve();
    if (byUs) gone.resolve(null);
    else gone.resolve(new FaultError(fault));
  };
  const fail = (fault: Fault): void => end(fault, false);

  const tooSilent = (): void => {
    const first = outstanding[0];
    if (first === undefined) return;
    if (first.options.patient?.() === true) {
      awaitReply();
      return;
    }
    const detail = `no reply in ${options.timeouts.reply / 1000} s`;
    fail({ kind: 'control-connection', stage: first.exchange.stage, cause: 'timeout', host, port, detail });
  };
  const transmit = (command: Command, { interrupting = false }: ExchangeOptions): void => {
    observer.command(command.shown);
    control.send(command.line, interrupting);
  };
  /** The first of those outstanding is another one now. */
  const advance = (): void => {
    const first = outstanding[0];
    if (first !== undefined && first.held !== null) transmit(first.held, first.options);
    if (first !== undefined) first.held = null;
    first?.turn.resolve();
    if (first === undefined) {
      allAnswered.resolve();
      allAnswered = Promise.withResolvers();
    }
    awaitReply();
  };
  const awaitReply = (): void => {
    clearTimeout(timer);
    timer = outstanding.length > 0 ? setTimeout(tooSilent, options.timeouts.reply) : undefined;
  };

  /** Commands whose own replies will not come: theirs were folded into one that has. */
  const settleFolded = (reply: Reply): void => {
    const claimant = outstanding.findIndex(({ options: { unmistakable } }) => unmistakable === reply.code);
    for (const { settle, turn } of outstanding.splice(0, Math.max(claimant, 0))) {
      turn.resolve();
      settle.resolve(lastFinal ?? reply);
    }
    if (claimant > 0) advance();
  };

  /** Takes the command that a reply is for out of its place where the server answered it before an earlier one. */
  const overtaking = ({ code }: Reply): Outstanding | undefined => {
    const first = outstanding[0];
    const completedBy = first?.options.completedBy;
    if (first === undefined || completedBy === undefined || completedBy.has(code)) return undefined;
    const owner = outstanding.findIndex(({ options: { owns } }) => owns?.has(code) === true);
    const refused = first.preliminary > 0 && isRefusalOfCommand(code) && outstanding.length > 1;
    const at = owner < 0 && refused ? 1 : owner;
    if (at < 1) return undefined;
    return outstanding[at]?.options.overtakes === 'repeatedly' ? outstanding[at] : outstanding.splice(at, 1)[0];
  };

  const outOfOrder = (early: Outstanding, reply: Reply): void => {
    early.turn.resolve();
    early.settle.resolve(reply);
    if (early.options.overtakes !== undefined) return;
    // Of a login that fails pyftpdlib answers PASS last, to slow down who guesses; that says nothing about transfers.
    if ((outstanding[0]?.preliminary ?? 0) > 0) {
      learn({ options }, 'onlyBetweenTransfers', true, dialogueOf(early.shown, reply));
    }
    if (early.options.spoils !== true) return;
    const detail = 'given up here, as the server does not answer in order';
    fail({
      kind: 'control-connection',
      stage: outstanding[0]?.exchange.stage ?? early.exchange.stage,
      cause: 'closed',
      host,
      port,
      detail,
    });
  };

  const received = (reply: Reply): void => {
    observer.reply(reply);
    const stage = outstanding[0]?.exchange.stage ?? 'preparing';
    if (reply.code === 421) {
      // RFC 959 5.4: "This may be a reply to any command if the service knows it must shut down."
      const detail = `421 ${excerpt(replyText(reply))}`;
      fail({ kind: 'control-connection', stage, cause: 'service-closing', host, port, detail });
      return;
    }
    settleFolded(reply);
    const early = overtaking(reply);
    if (early !== undefined) {
      outOfOrder(early, reply);
      return;
    }
    const first = outstanding[0];
    if (first === undefined || first.options.leaves?.has(reply.code) === true) {
      observer.note('that reply answers no command of ours; it is left aside');
      return;
    }
    if (isPreliminary(reply)) {
      first.preliminary += 1;
      if (first.preliminary > MOST_PRELIMINARY)
        throw protocolFault('reply-too-long', 'preliminary replies without end');
      first.options.onPreliminary?.(reply);
    } else {
      outstanding.shift();
      lastFinal = reply;
      first.options.onFinal?.(reply);
      first.settle.resolve(reply);
      advance();
    }
    awaitReply();
  };

  const replies = createReplyReader(codec.decode, received);
  const expect = (exchangeOptions: ExchangeOptions, command: Command | null): Exchange => {
    const settle = Promise.withResolvers<Reply>();
    // Of several commands sent together the group reports the first failure; the others fail for the same reason.
    settle.promise.catch(() => {});
    const turn = Promise.withResolvers<void>();
    const exchange: Exchange = { stage: exchangeOptions.stage, final: settle.promise, turn: turn.promise };
    const ahead = (options.pipelining && !options.learned.pipeliningFails) || exchangeOptions.urgent === true;
    const held = outstanding.length > 0 && !ahead ? command : null;
    if (command !== null && held === null) transmit(command, exchangeOptions);
    const bytes = command === null ? 0 : command.line.length + '\r\n'.length;
    outstanding.push({
      exchange,
      shown: command?.shown ?? '',
      options: exchangeOptions,
      settle,
      turn,
      held,
      bytes,
      preliminary: 0,
    });
    if (outstanding.length === 1) {
      turn.resolve();
      awaitReply();
    }
    return exchange;
  };

  return {
    greeting(greetingOptions) {
      const exchange = expect({ ...greetingOptions, stage: 'greeting' }, null);
      control.start({
        line(bytes) {
          if (ended !== null) return;
          timer?.refresh();
          replies.push(bytes);
        },
        closed: (fault) => fail(atStage(fault, outstanding[0]?.exchange.stage ?? fault.stage)),
      });
      return exchange;
    },
    send(command, exchangeOptions) {
      if (ended !== null) throw new FaultError({ ...ended, stage: exchangeOptions.stage });
      return expect(exchangeOptions, command);
    },
    awaitReply,
    get unanswered() {
      return outstanding.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    flush: () => control.flush(),
    answered: () => (outstanding.length === 0 ? Promise.resolve() : allAnswered.promise),
    get ended() {
      return ended;
    },
    gone: gone.promise,
    close: () => end(NOT_CONNECTED, true),
    fail,
  };
};

/**
 * RFC 959 5.4: a transfer that has begun is not refused for its syntax any more, nor because the file is busy (ProFTPD's
 * 450, "data transfer in progress"); the command behind it is.
 */
const isRefusalOfCommand = (code: number): boolean => code === 450 || (code >= 500 && code <= 504);
