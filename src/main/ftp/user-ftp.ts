import type { ConnectOptions, UserFtp } from './engine.ts';
import { beginningAgain, storingAgain } from './user-pi/begin-again.ts';
import { copyBetween } from './user-pi/between/copy-between.ts';
import { orCancelled } from './user-pi/cancelling.ts';
import { connectInterpreter } from './user-pi/connect.ts';
import { createGroupLock, type Turn, type TurnOptions } from './user-pi/group-lock.ts';
import type { Interpreter } from './user-pi/interpreter.ts';
import { introduce, peerOf } from './user-pi/peer.ts';
import { append } from './user-pi/sequences/append.ts';
import { changeMode } from './user-pi/sequences/change-mode.ts';
import { checksum, checksumsOf } from './user-pi/sequences/checksum.ts';
import { combine } from './user-pi/sequences/combine.ts';
import { deleteFile, makeDirectory, removeDirectory } from './user-pi/sequences/directory-entries.ts';
import { help, site, status, system } from './user-pi/sequences/inquiries.ts';
import { list } from './user-pi/sequences/list.ts';
import { modified, setModified } from './user-pi/sequences/modified.ts';
import { mount } from './user-pi/sequences/mount.ts';
import { names } from './user-pi/sequences/names.ts';
import { noop } from './user-pi/sequences/noop.ts';
import { quit } from './user-pi/sequences/quit.ts';
import { raw } from './user-pi/sequences/raw.ts';
import { reinitialize } from './user-pi/sequences/reinitialize.ts';
import { rename } from './user-pi/sequences/rename.ts';
import { retrieve, store } from './user-pi/sequences/retrieve-store.ts';
import { size } from './user-pi/sequences/size.ts';
import { storeUnique } from './user-pi/sequences/store-unique.ts';
import { changeDirectory, toParentDirectory, workingDirectory } from './user-pi/sequences/working-directory.ts';
import { bytesAhead } from './user-pi/transfer.ts';

/**
 * Connects to a server-FTP process and logs in; see `engine.ts` for what the answer can do.
 *
 * Faults: `control-connection` (name, TCP, silence, 421), `protocol: not-ftp`, `security` (TLS and certificates),
 * `reply` (the server refused the login), `cancelled`. Nothing stays open after a fault.
 */
export const connectUserFtp = async (options: ConnectOptions): Promise<UserFtp> => {
  const { interpreter, home } = await connectInterpreter(options);
  const { dialogue, control, state, pipelining } = interpreter;
  const lock = createGroupLock(pipelining, dialogue);

  const inTurn = <T>(group: (turn: Turn) => Promise<T>, turnOptions?: TurnOptions): Promise<T> =>
    beginningAgain(interpreter, lock, () => lock.run(group, turnOptions));
  /** A group that may wait for a reply before it sends the next command: nobody else's may come in between. */
  const whole = <T>(group: (interpreter: Interpreter) => Promise<T>): Promise<T> => inTurn(() => group(interpreter));
  /** A group that sends all it has at once. */
  const atOnce = <T>(group: (interpreter: Interpreter) => Promise<T>): Promise<T> =>
    inTurn((turn) => {
      const ended = group(interpreter);
      turn.sent();
      return ended;
    });
  const transferring = (signal: AbortSignal | null, more: TurnOptions = {}): TurnOptions => ({
    signal,
    transfer: true,
    ...more,
  });

  const connection: UserFtp = {
    host: options.host,
    port: options.port,
    home,
    localAddress: control.localAddress,
    tlsProtocol: control.tlsProtocol,
    get features() {
      return state.features;
    },
    get closed() {
      return dialogue.ended !== null;
    },
    get pipelines() {
      return pipelining.used;
    },
    gone: dialogue.gone,

    workingDirectory: () => whole(workingDirectory),
    changeDirectory: (path) => whole((pi) => changeDirectory(pi, path)),
    list: (path, listing) => inTurn((turn) => list(interpreter, path, listing, turn), transferring(listing.signal)),
    retrieve: (path, sink, transfer) =>
      inTurn((turn) => retrieve(interpreter, path, sink, transfer, turn), {
        ...transferring(transfer.signal),
        bytesAhead: () => bytesAhead(interpreter, path, transfer),
      }),
    store: (path, source, transfer) =>
      storingAgain(interpreter, lock, source, transfer, (from) =>
        lock.run((turn) => store(interpreter, path, from, transfer, turn), {
          ...transferring(transfer.signal),
          bytesAhead: () => bytesAhead(interpreter, path, transfer),
        }),
      ),
    copyTo: (from, target, to, copy) => copyBetween(peerOf(connection), from, peerOf(target), to, copy),
    delete: (path) => atOnce((pi) => deleteFile(pi, path)),
    makeDirectory: (path) => atOnce((pi) => makeDirectory(pi, path)),
    removeDirectory: (path) => atOnce((pi) => removeDirectory(pi, path)),
    rename: (from, to) => inTurn((turn) => rename(interpreter, from, to, turn)),
    size: (path) => atOnce((pi) => size(pi, path)),
    modified: (path) => atOnce((pi) => modified(pi, path)),
    setModified: (path, epochMs) => inTurn((turn) => setModified(interpreter, path, epochMs, turn)),
    changeMode: (path, mode) => atOnce((pi) => changeMode(pi, path, mode)),
    get checksums() {
      return checksumsOf(interpreter);
    },
    checksum: (path, { algorithm, range, signal }) =>
      orCancelled(
        atOnce((pi) => checksum(pi, path, algorithm, range)),
        signal,
      ),
    noop: () => atOnce(noop),
    append: (path, source, transfer) =>
      storingAgain(interpreter, lock, source, transfer, (from) =>
        lock.run((turn) => append(interpreter, path, from, transfer, turn), transferring(transfer.signal)),
      ),
    storeUnique: (directory, source, transfer) =>
      storingAgain(interpreter, lock, source, transfer, (from) =>
        lock.run((turn) => storeUnique(interpreter, directory, from, transfer, turn), transferring(transfer.signal)),
      ),
    combine: (directory, target, parts) => whole((pi) => combine(pi, directory, target, parts)),
    names: (directory, signal) => inTurn((turn) => names(interpreter, directory, signal, turn), transferring(signal)),
    toParentDirectory: () => whole(toParentDirectory),
    mount: (path) => whole((pi) => mount(pi, path)),
    reinitialize: () => whole(reinitialize),
    // Beside a transfer that keeps the control connection for itself nobody else is sending anything.
    status: (path) => (state.underWay > 0 ? status(interpreter, path) : atOnce((pi) => status(pi, path))),
    help: (topic) => atOnce((pi) => help(pi, topic)),
    site: (argument) => whole((pi) => site(pi, argument)),
    system: () => atOnce(system),
    raw: (line) => whole((pi) => raw(pi, line)),
    quit: () => whole(quit),
    destroy: () => dialogue.close(),
  };
  introduce(connection, { interpreter, turn: (group, signal) => lock.run(group, transferring(signal)) });
  return connection;
};
