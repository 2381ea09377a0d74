import { ASCII_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import type { UserFtp } from '../ftp/engine.ts';

/**
 * The same connection, moving files as text (TYPE A) where it would move bytes. SIZE then says nothing: it counts the
 * bytes of the representation type, and a text has other line ends on either side.
 */
export const movingText = (connection: UserFtp): UserFtp => ({
  ...connection,
  get features() {
    return connection.features;
  },
  get closed() {
    return connection.closed;
  },
  get pipelines() {
    return connection.pipelines;
  },
  size: async () => null,
  retrieve: (path, sink, options) => connection.retrieve(path, sink, { ...options, parameters: ASCII_FILE_STREAM }),
  store: (path, source, options) => connection.store(path, source, { ...options, parameters: ASCII_FILE_STREAM }),
});
