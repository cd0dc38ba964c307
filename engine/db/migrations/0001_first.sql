-- What a workspace is made of. Times are UTC milliseconds; values of events are millionths; JSON is text.
-- Each table is owned by one module, named above it; only that module writes it.

-- db
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- profiles
CREATE TABLE profile (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused: an erased person's id stays theirs
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  email      TEXT,                               -- as shown and written to
  phone      TEXT,                               -- E.164
  properties TEXT NOT NULL DEFAULT '{}',
  said_at    INTEGER NOT NULL DEFAULT 0          -- newest word about email, phone, properties: older ones only fill gaps
);
CREATE INDEX profile_changed ON profile(changed_at);
-- How people are recognised. scope: the connection whose numbering an external id belongs to, 0 for the owner's own.
CREATE TABLE identifier (
  kind       INTEGER NOT NULL,                   -- IdentifierKind
  scope      INTEGER NOT NULL DEFAULT 0,
  value      TEXT NOT NULL,
  profile_id INTEGER NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
  PRIMARY KEY (kind, scope, value)
) WITHOUT ROWID;
CREATE INDEX identifier_of_profile ON identifier(profile_id);
-- A merged profile lives on under the other's id; history rows keep the old id and are read through this.
CREATE TABLE profile_alias (
  old_id    INTEGER PRIMARY KEY,
  new_id    INTEGER NOT NULL,                    -- always a living profile: chains are shortened when written
  merged_at INTEGER NOT NULL,
  reason    TEXT NOT NULL
);
CREATE INDEX profile_alias_new ON profile_alias(new_id);
CREATE TABLE consent (
  profile_id INTEGER NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
  channel    INTEGER NOT NULL,
  state      INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  method     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  text       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (profile_id, channel)
) WITHOUT ROWID;
CREATE TABLE suppression (
  channel INTEGER NOT NULL,
  address TEXT NOT NULL,                         -- comparable form; 'sha256:…' once its person was erased
  reason  INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  detail  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (channel, address)
) WITHOUT ROWID;
CREATE TABLE list (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE,
  created_at INTEGER NOT NULL
);
CREATE TABLE list_member (
  list_id    INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE,
  profile_id INTEGER NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
  joined_at  INTEGER NOT NULL,
  PRIMARY KEY (list_id, profile_id)
) WITHOUT ROWID;
CREATE INDEX list_member_of_profile ON list_member(profile_id);
-- The proof that somebody was erased, without saying who: a salted hash of their identifiers.
CREATE TABLE erasure (
  id         INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  proof      TEXT NOT NULL,
  counts     TEXT NOT NULL                       -- JSON: rows removed, by table
);

-- history
CREATE TABLE metric (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
-- The log: rows are only added, in any order of time. Nothing else indexes it; the columns do.
-- A row with `replaces` stands in for the row named there (an order was edited); flag 2 takes that row back without
-- putting anything in its place (the order was deleted). Flag 4 marks that the person of profile_id was erased: all their
-- rows up to this one are emptied, and it is no event itself.
CREATE TABLE event (
  row        INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL,
  metric_id  INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  value      INTEGER,                            -- millionths
  unique_id  TEXT,                               -- NULL: the instant is the key
  flags      INTEGER NOT NULL DEFAULT 0,         -- 1 backfill, 2 taken back, 4 erased
  replaces   INTEGER,
  properties BLOB                                -- NULL: none; '{…': JSON; first byte 1: zstd with dictionary
);
CREATE TABLE property_dictionary (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);

-- sync (stores and how far they were read)
CREATE TABLE connection (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  connector    TEXT NOT NULL,                    -- "woocommerce"
  label        TEXT NOT NULL UNIQUE,
  settings     TEXT NOT NULL,                    -- JSON of FieldValues, without secrets
  connected_at INTEGER NOT NULL,                 -- what is older is backfill
  paused       INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE sync_cursor (
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  stream        TEXT NOT NULL,                   -- "customers", "orders", …
  cursor        TEXT NOT NULL,                   -- the connector's own, JSON
  first_done    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (connection_id, stream)
) WITHOUT ROWID;
CREATE TABLE sync_state (
  connection_id INTEGER PRIMARY KEY REFERENCES connection(id) ON DELETE CASCADE,
  last_success  INTEGER NOT NULL DEFAULT 0,
  last_try      INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,      -- in a row
  next_try      INTEGER NOT NULL DEFAULT 0,
  error_kind    TEXT NOT NULL DEFAULT '',
  error_what    TEXT NOT NULL DEFAULT ''
);
-- Records that could not be understood, kept with the reason and tried again.
CREATE TABLE sync_set_aside (
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  stream        TEXT NOT NULL,
  external_id   TEXT NOT NULL,
  reason        TEXT NOT NULL,
  record        TEXT NOT NULL,
  at            INTEGER NOT NULL,
  PRIMARY KEY (connection_id, stream, external_id)
) WITHOUT ROWID;
-- What an order's events were made from, so that an edit or a deletion is noticed and corrected.
CREATE TABLE store_order (
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  external_id   TEXT NOT NULL,
  profile_id    INTEGER NOT NULL,
  status        INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  digest        INTEGER NOT NULL,                -- stableHash of the mapped order
  parts         TEXT NOT NULL DEFAULT '',        -- metric and unique id of each event made, one a line
  PRIMARY KEY (connection_id, external_id)
) WITHOUT ROWID;

-- catalog
CREATE TABLE product (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  external_id   TEXT NOT NULL,
  title         TEXT NOT NULL,
  url           TEXT NOT NULL DEFAULT '',
  image_url     TEXT NOT NULL DEFAULT '',
  summary       TEXT NOT NULL DEFAULT '',
  published     INTEGER NOT NULL DEFAULT 1,
  created_at    INTEGER NOT NULL DEFAULT 0,
  changed_at    INTEGER NOT NULL DEFAULT 0,
  categories    TEXT NOT NULL DEFAULT '[]',      -- JSON list of category external ids
  tags          TEXT NOT NULL DEFAULT '[]',
  UNIQUE (connection_id, external_id)
);
CREATE TABLE product_variant (
  product_id    INTEGER NOT NULL REFERENCES product(id) ON DELETE CASCADE,
  external_id   TEXT NOT NULL,
  position      INTEGER NOT NULL,
  sku           TEXT NOT NULL DEFAULT '',
  title         TEXT NOT NULL DEFAULT '',
  price         INTEGER NOT NULL DEFAULT 0,      -- millionths
  regular_price INTEGER,
  stock         INTEGER,
  in_stock      INTEGER NOT NULL DEFAULT 1,
  image_url     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, external_id)
) WITHOUT ROWID;
CREATE TABLE category (
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  external_id   TEXT NOT NULL,
  parent_id     TEXT NOT NULL DEFAULT '',
  name          TEXT NOT NULL,
  PRIMARY KEY (connection_id, external_id)
) WITHOUT ROWID;
CREATE TABLE coupon (
  connection_id INTEGER NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
  external_id   TEXT NOT NULL,
  code          TEXT NOT NULL,
  kind          TEXT NOT NULL DEFAULT '',
  amount        INTEGER NOT NULL DEFAULT 0,
  expires_at    INTEGER,
  usage_limit   INTEGER,
  usage_count   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (connection_id, external_id)
) WITHOUT ROWID;

-- segments
CREATE TABLE segment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE,
  definition TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);

-- dispatch
CREATE TABLE provider (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  kind     TEXT NOT NULL,                        -- "local-outbox", "smtp"
  label    TEXT NOT NULL UNIQUE,
  channel  INTEGER NOT NULL,
  settings TEXT NOT NULL,                        -- JSON of FieldValues, without secrets
  position INTEGER NOT NULL DEFAULT 0            -- the lowest of a channel is its default
);
CREATE TABLE message (
  id                  INTEGER PRIMARY KEY,
  origin_kind         INTEGER NOT NULL,
  origin_id           INTEGER NOT NULL,
  profile_id          INTEGER NOT NULL,
  occurrence          TEXT NOT NULL DEFAULT '',
  channel             INTEGER NOT NULL,
  address             TEXT NOT NULL DEFAULT '',
  variation           INTEGER NOT NULL DEFAULT 0,
  provider_id         INTEGER,
  state               INTEGER NOT NULL,
  attempts            INTEGER NOT NULL DEFAULT 0,
  next_try            INTEGER NOT NULL DEFAULT 0,
  provider_message_id TEXT NOT NULL DEFAULT '',
  reason              TEXT NOT NULL DEFAULT '',
  planned_at          INTEGER NOT NULL,
  sending_at          INTEGER,
  accepted_at         INTEGER,
  changed_at          INTEGER NOT NULL,
  UNIQUE (origin_kind, origin_id, profile_id, occurrence)
);
-- What still has to be done, and nothing else: stays small however long the ledger grows.
CREATE INDEX message_waiting ON message(origin_kind, origin_id, state, next_try, id) WHERE state < 3;
CREATE INDEX message_of_profile ON message(profile_id);

-- campaigns
CREATE TABLE campaign (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL,
  state         INTEGER NOT NULL,
  channel       INTEGER NOT NULL,
  audience      TEXT NOT NULL,                   -- JSON
  content       TEXT NOT NULL,                   -- JSON
  provider_id   INTEGER,
  created_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  scheduled_for INTEGER NOT NULL DEFAULT 0,
  started_at    INTEGER NOT NULL DEFAULT 0,
  finished_at   INTEGER NOT NULL DEFAULT 0,
  planned_up_to INTEGER NOT NULL DEFAULT 0,      -- the audience is in the ledger up to this profile id
  planned_all   INTEGER NOT NULL DEFAULT 0
);
