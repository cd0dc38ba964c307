#!/usr/bin/env python3
# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the window's words out of the sources as `ninja translations` does, into copies, and lists what has no words yet.

    translations.py LUPDATE [--root FOLDER]

Exit code 1 when a sentence of the window is not in translations/*.ts or not translated there."""

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path


def unfinished(path):
    """(context, source) of each message without a translation."""
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") == "unfinished":
                yield context.findtext("name"), message.findtext("source")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lupdate")
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    options = parser.parse_args()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for original in sorted((options.root / "translations").glob("shopbell_*.ts")):
            copy = Path(folder) / original.name
            shutil.copy(original, copy)
            command = [options.lupdate, "-silent", "-locations", "none", "-no-obsolete", "-I", options.root,
                       "-I", options.root / "engine", options.root / "ui", options.root / "app" / "desktop", "-ts", copy]
            if original.stem.endswith("_en"):
                command.insert(1, "-pluralonly")
            subprocess.run([str(each) for each in command], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            for context, source in unfinished(copy):
                count += 1
                print(f"translations/{original.name}: {context}: {source}")
    if count:
        print(f"{count} sentences have no translation. Run `ninja translations`, then translate them.")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
