#!/usr/bin/env python3
# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the papers of a package from CHANGELOG.md and the templates beside this file.

    write_documents.py --project FOLDER --version 1.2.3 --debian-version 1.2.3-1 --packager "Name <mail>" --out FOLDER

Out come changelog.gz, changelog.Debian.gz, the manual pages and the metainfo. Each is the same, byte for byte, whenever
it is written from the same sources.
"""

import argparse
import gzip
import os
import re
import subprocess
import sys
import textwrap
from datetime import datetime, timezone
from pathlib import Path
from xml.sax.saxutils import escape

HEADING = re.compile(r"^## (?:(Unreleased) \((\S+)\)|(\S+) \((\d{4}-\d{2}-\d{2})\))\s*$")


class Release:
    def __init__(self, version, day, is_out):
        self.version, self.day, self.is_out, self.notes = version, day, is_out, []


def read_releases(changelog):
    """The releases of CHANGELOG.md, newest first: `## Unreleased (1.2.3)` or `## 1.2.3 (2026-11-21)`, then bullets."""
    releases = []
    for number, line in enumerate(changelog.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            match = HEADING.match(line)
            if not match:
                sys.exit(f"{changelog.name}:{number}: write “## Unreleased (VERSION)” or “## VERSION (YYYY-MM-DD)”")
            day = datetime.fromisoformat(match[4]).replace(tzinfo=timezone.utc) if match[4] else last_change(changelog)
            releases.append(Release(match[2] or match[3], day, not match[1]))
        elif line.startswith("- ") and releases:
            releases[-1].notes.append(line[2:].strip())
        elif line.startswith("  ") and releases and releases[-1].notes:
            releases[-1].notes[-1] += " " + line.strip()
    for release in releases:
        release.notes = [note.replace("`", "") for note in release.notes]
    return releases


def last_change(path):
    """When an unreleased state is from: told from outside, else by git, else by the file."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        try:
            seconds = subprocess.run(["git", "log", "-1", "--format=%ct", "--", path.name], cwd=path.parent, check=True,
                                     capture_output=True, text=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            pass
    return datetime.fromtimestamp(int(seconds or path.stat().st_mtime), timezone.utc)


def debian_changelog(releases, debian_version, packager):
    entries = []
    for release in releases:
        version = debian_version if release is releases[0] else debian_version.replace(releases[0].version,
                                                                                     release.version, 1)
        notes = [textwrap.fill(note, 76, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False)
                 for note in release.notes]
        # Day and month names stand in English whatever the locale of the build is.
        day = release.day
        stamp = "{}, {:02} {} {:%Y %H:%M:%S} +0000".format(
            "Mon Tue Wed Thu Fri Sat Sun".split()[day.weekday()], day.day,
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1], day)
        entries.append(f"shopbell ({version}) bookworm; urgency=medium\n\n" + "\n".join(notes) +
                       f"\n\n -- {packager}  {stamp}\n")
    return "\n".join(entries)


def metainfo_releases(releases):
    lines = ["  <releases>"]
    for release in releases:
        kind = "stable" if release.is_out else "development"
        lines.append(f'    <release version="{escape(release.version)}" date="{release.day:%Y-%m-%d}" type="{kind}">')
        lines += ["      <description>", "        <ul>"]
        lines += [f"          <li>{escape(note)}</li>" for note in release.notes]
        lines += ["        </ul>", "      </description>", "    </release>"]
    return "\n".join(lines + ["  </releases>"])


def write_packed(path, text):
    """gzip as Debian wants it: smallest, and without the time of packing."""
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def main():
    parser = argparse.ArgumentParser(description="Writes the papers of a package.")
    parser.add_argument("--project", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--debian-version", required=True)
    parser.add_argument("--packager", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()

    changelog = arguments.project / "CHANGELOG.md"
    releases = read_releases(changelog)
    if not releases or releases[0].version != arguments.version:
        sys.exit(f"CHANGELOG.md does not begin with version {arguments.version} of CMakeLists.txt; add its heading.")
    if any(not release.notes for release in releases):
        sys.exit("CHANGELOG.md has a version without a line that says what changed.")

    here, out = Path(__file__).resolve().parent, arguments.out
    out.mkdir(parents=True, exist_ok=True)
    write_packed(out / "changelog.gz", changelog.read_text(encoding="utf-8"))
    write_packed(out / "changelog.Debian.gz", debian_changelog(releases, arguments.debian_version, arguments.packager))
    values = {"@VERSION@": arguments.version, "@DATE@": f"{releases[0].day:%Y-%m-%d}",
              "@RELEASES@": metainfo_releases(releases)}

    def filled(template):
        return re.sub("|".join(values), lambda match: values[match[0]], template.read_text(encoding="utf-8"))

    for template in sorted(here.glob("man/*.in")):
        write_packed(out / (template.stem + ".gz"), filled(template))
    for template in sorted(here.glob("linux/*.in")):
        (out / template.stem).write_text(filled(template), encoding="utf-8")


if __name__ == "__main__":
    main()
