/**
 * The store's schema as the steps that led to it, oldest first. A step that has been released is never changed: the
 * number of steps a file has been through is its PRAGMA user_version.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE site (
    site_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    last_connected_ms INTEGER
  ) STRICT;

  -- A key of the vault, wrapped by the system's keychain; the newest seals, the others still open what they sealed.
  CREATE TABLE vault_key (
    key_id INTEGER PRIMARY KEY,
    wrapped BLOB NOT NULL
  ) STRICT;

  CREATE TABLE secret (
    site_id TEXT PRIMARY KEY REFERENCES site (site_id) ON DELETE CASCADE,
    key_id INTEGER NOT NULL REFERENCES vault_key (key_id),
    sealed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE trusted_certificate (
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    certificate TEXT NOT NULL,
    trusted_ms INTEGER NOT NULL,
    PRIMARY KEY (host, port)
  ) STRICT;

  -- Hosts that have stood under TLS: a connection that may try without must not step back for them.
  CREATE TABLE tls_host (
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    PRIMARY KEY (host, port)
  ) STRICT;

  CREATE TABLE preference (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- What was learned about a server and is not worth finding out again: the facts as JSON, and when they last changed.
  CREATE TABLE learned_server (
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    facts TEXT NOT NULL,
    learned_ms INTEGER NOT NULL,
    PRIMARY KEY (host, port)
  ) STRICT;
  `,
  `
  -- A site has several secrets: its password, its proxy's, the passphrase of its client certificate.
  CREATE TABLE site_secret (
    site_id TEXT NOT NULL REFERENCES site (site_id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    key_id INTEGER NOT NULL REFERENCES vault_key (key_id),
    sealed BLOB NOT NULL,
    PRIMARY KEY (site_id, purpose)
  ) STRICT;

  INSERT INTO site_secret (site_id, purpose, key_id, sealed) SELECT site_id, 'login', key_id, sealed FROM secret;
  DROP TABLE secret;
  `,
  `
  -- Whom transfers are made with: a saved site, or a login that was not saved. Never a password.
  CREATE TABLE transfer_account (
    account_id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    site_id TEXT,
    title TEXT NOT NULL,
    settings TEXT NOT NULL
  ) STRICT;

  -- What was dropped or sent in one go.
  CREATE TABLE transfer_batch (
    batch_id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES transfer_account (account_id),
    choice TEXT NOT NULL,
    remembered TEXT
  ) STRICT;

  -- The queue. A row is begun in the order of its rank, which its priority is part of; what only that row needs is JSON.
  CREATE TABLE transfer (
    transfer_id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    -- The row of the folder it was found in.
    root_id INTEGER,
    state INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    direction INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    local_path TEXT NOT NULL,
    remote_path TEXT NOT NULL,
    size INTEGER,
    transferred INTEGER NOT NULL,
    added_ms INTEGER NOT NULL,
    starts_ms INTEGER,
    finished_ms INTEGER,
    rest TEXT NOT NULL
  ) STRICT;
  CREATE INDEX transfer_by_rank ON transfer (rank);
  CREATE INDEX transfer_waiting ON transfer (account_id, rank) WHERE state = 0;
  CREATE INDEX transfer_in_folder ON transfer (root_id) WHERE root_id IS NOT NULL;
  CREATE INDEX transfer_timed ON transfer (starts_ms) WHERE starts_ms IS NOT NULL;
  `,
];
