-- SPDX-FileCopyrightText: Shopbell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The newest people are listed before anything else is in memory.
CREATE INDEX profile_created ON profile(created_at);
