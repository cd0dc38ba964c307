-- SPDX-FileCopyrightText: Shopbell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who was in a segment as of a row of the log: it begins without events, and what came later are events there. A bit for
-- each profile number. No foreign key: a segment that was removed and taken back before anybody looked goes on as it was.
CREATE TABLE segment_members (
  segment  INTEGER PRIMARY KEY,
  question INTEGER NOT NULL,  -- a digest of what was last asked: when it is another, its moves are backfill
  row      INTEGER NOT NULL,
  bits     BLOB NOT NULL
);
-- The row up to which what happened was last looked at for segments.
CREATE TABLE segment_watch (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  through INTEGER NOT NULL
);
