# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads messages with Python's email package and prints what it found in each, a JSON object a line.

Usage: read_mail.py FOLDER: every *.eml in it, in the order of their names.
"""
import email
import email.policy
import json
import sys
from pathlib import Path


def describe(path):
    source = path.read_bytes()
    message = email.message_from_bytes(source, policy=email.policy.default)
    defects = [str(defect) for part in message.walk() for defect in part.defects]
    defects += [f"{name}: {defect}" for name, value in message.items() for defect in getattr(value, "defects", [])]
    parts = [part for part in message.walk() if not part.is_multipart()]
    addresses = {name: [(one.display_name, one.addr_spec) for one in message[name].addresses]
                 for name in ("From", "To", "Reply-To") if message[name] is not None}
    return {
        "name": path.name,
        "defects": defects,
        "fields": [name for name, _ in message.items()],
        "subject": message["Subject"],
        "addresses": addresses,
        "date": message["Date"].datetime.timestamp(),
        "parts": [{"type": part.get_content_type(), "text": part.get_content()} for part in parts],
        "longest": max(len(line) for line in source.split(b"\r\n")),
        "bare": source.replace(b"\r\n", b"").count(b"\n") + source.replace(b"\r\n", b"").count(b"\r"),
    }


for file in sorted(Path(sys.argv[1]).glob("*.eml")):
    print(json.dumps(describe(file)))
