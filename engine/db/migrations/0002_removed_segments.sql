-- segments
-- What was removed within the last weeks, so that it can be taken back under its own number.
CREATE TABLE removed_segment (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER NOT NULL
);
