import type { ConnectOptions, UserFtp } from './engine.ts';
import { connectInterpreter } from './user-pi/connect.ts';
import { createGroupLock } from './user-pi/group-lock.ts';
import type { Interpreter } from './user-pi/interpreter.ts';
import { changeMode } from './user-pi/sequences/change-mode.ts';
import { deleteFile, makeDirectory, removeDirectory } from './user-pi/sequences/directory-entries.ts';
import { list } from './user-pi/sequences/list.ts';
import { modified, setModified } from './user-pi/sequences/modified.ts';
import { noop } from './user-pi/sequences/noop.ts';
import { quit } from './user-pi/sequences/quit.ts';
import { raw } from './user-pi/sequences/raw.ts';
import { rename } from './user-pi/sequences/rename.ts';
import { retrieve, store } from './user-pi/sequences/retrieve-store.ts';
import { size } from './user-pi/sequences/size.ts';
import { changeDirectory, workingDirectory } from './user-pi/sequences/working-directory.ts';

/**
 * Connects to a server-FTP process and logs in; see `engine.ts` for what the answer can do.
 *
 * Faults: `control-connection` (name, TCP, silence, 421), `protocol: not-ftp`, `security` (TLS and certificates),
 * `reply` (the server refused the login), `cancelled`. Nothing stays open after a fault.
 */
export const connectUserFtp = async (options: ConnectOptions): Promise<UserFtp> => {
  const { interpreter, home } = await connectInterpreter(options);
  const { dialogue, control, state } = interpreter;
  const lock = createGroupLock();
  const turn = <T>(group: (interpreter: Interpreter) => Promise<T>, signal: AbortSignal | null = null): Promise<T> =>
    lock.run(() => group(interpreter), signal);

  return {
    host: options.host,
    port: options.port,
    home,
    tlsProtocol: control.tlsProtocol,
    get features() {
      return state.features;
    },
    get closed() {
      return dialogue.ended !== null;
    },
    get pipelines() {
      return options.pipelining && !options.learned.pipeliningFails;
    },
    gone: dialogue.gone,

    workingDirectory: () => turn(workingDirectory),
    changeDirectory: (path) => turn((pi) => changeDirectory(pi, path)),
    list: (path, listing) => turn((pi) => list(pi, path, listing), listing.signal),
    retrieve: (path, sink, transfer) => turn((pi) => retrieve(pi, path, sink, transfer), transfer.signal),
    store: (path, source, transfer) => turn((pi) => store(pi, path, source, transfer), transfer.signal),
    delete: (path) => turn((pi) => deleteFile(pi, path)),
    makeDirectory: (path) => turn((pi) => makeDirectory(pi, path)),
    removeDirectory: (path) => turn((pi) => removeDirectory(pi, path)),
    rename: (from, to) => turn((pi) => rename(pi, from, to)),
    size: (path) => turn((pi) => size(pi, path)),
    modified: (path) => turn((pi) => modified(pi, path)),
    setModified: (path, epochMs) => turn((pi) => setModified(pi, path, epochMs)),
    changeMode: (path, mode) => turn((pi) => changeMode(pi, path, mode)),
    noop: () => turn(noop),
    raw: (line) => turn((pi) => raw(pi, line)),
    quit: () => turn(quit),
    destroy: () => dialogue.close(),
  };
};
