#!/usr/bin/env python3
# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a manual page against the program itself.

    check_manual.py PROGRAM MANUAL

Every command and option that the program's --help names must stand in the manual, and the other way round. Exit code 1
when something differs.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

EVERYWHERE = {"--help", "--help-all"}


def ask(program, command):
    answer = subprocess.run([program, *command, "--help"], capture_output=True, text=True, timeout=60,
                            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if answer.returncode != 0:
        sys.exit(f"{' '.join([program, *command])} --help ended with {answer.returncode}: {answer.stderr.strip()}")
    return answer.stdout


def read_program(program, command=()):
    """{command as words: its long options} for each command that does something itself; () is the program."""
    help_text = ask(program, command)
    options = set(re.findall(r"^ {1,4}(?:-\w, ?)?(--[a-z][a-z-]*)", help_text, re.MULTILINE)) - EVERYWHERE
    below = help_text.partition("\nSubcommands:\n")[2]
    names = re.findall(r"^  ([a-z][a-z-]*)(?:\s|$)", below, re.MULTILINE)
    found = {} if names and command else {command: options}
    for name in names:
        found.update(read_program(program, (*command, name)))
    return found


def plain(line):
    """A line of troff as one reads it."""
    line = re.sub(r"^\.[A-Z]+ ", "", line)
    line = re.sub(r"\\f[A-Z]", "", line).replace("\\-", "-")
    return line.replace('"', "")


def read_manual(manual):
    """The same of the manual: the sections OPTIONS and COMMANDS, one paragraph per command."""
    found, section, lines = {(): set()}, "", manual.read_text(encoding="utf-8").splitlines()
    command = None
    for number, line in enumerate(lines):
        if line.startswith(".SH "):
            section, command = line[4:], () if line == ".SH OPTIONS" else None
        elif line.startswith(".TP") and section == "COMMANDS":
            words = re.split(r"[\s\[]", plain(lines[number + 1]))
            command = tuple(word for word in words[:2] if re.fullmatch(r"[a-z]+", word))
            found[command] = set()
        elif line.startswith(".SS"):
            command = None
        if command is not None and section in ("OPTIONS", "COMMANDS"):
            found[command] |= set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", plain(line))) - EVERYWHERE
    # A paragraph may speak of the program's own options too.
    for command in found:
        if command:
            found[command] -= found[()]
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, manual = read_program(sys.argv[1]), read_manual(Path(sys.argv[2]))
    wrong = []
    for command in sorted(program.keys() | manual.keys()):
        name = " ".join((Path(sys.argv[1]).name, *command))
        if command not in manual:
            wrong.append(f"{name} is not in the manual")
        elif command not in program:
            wrong.append(f"{name} is in the manual, but the program does not know it")
        else:
            wrong += [f"{name} {option} is not in the manual" for option in sorted(program[command] - manual[command])]
            wrong += [f"{name} {option} is in the manual only" for option in sorted(manual[command] - program[command])]
    for line in wrong:
        print(line)
    print(f"{len(program)} commands compared, {len(wrong)} differences")
    return 1 if wrong or not program[()] else 0


if __name__ == "__main__":
    sys.exit(main())
