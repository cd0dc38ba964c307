# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine says and what the window can say, compared: see engine/base/sentence.h, ui/bridge/engine_words.h."""

import re

# say("code", "pattern" "that may go on", …) in the engine and in app/secrets.
SAY = re.compile(r'\bsay\(\s*"([^"]+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
# {"code", QT_TRANSLATE_NOOP("Engine", "pattern" …)} in the window's table.
KNOWN = re.compile(r'\{\s*"([^"]+)",\s*QT_TRANSLATE_(?:N_)?NOOP\(\s*"Engine",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
VALUE = re.compile(r"%L?([1-9n])")
COMMENT = re.compile(r"//[^\n]*")
TABLE = "ui/bridge/engine_sentences.cpp"
CODE_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def found(house, path, pattern):
    """(line number, code, English) of each match; comments that show how it is written are none."""
    text = COMMENT.sub(lambda match: " " * len(match[0]) if '"' in match[0] else match[0],
                       "\n".join(house.lines[path])) if path.endswith(".h") else "\n".join(house.lines[path])
    for match in pattern.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[1], "".join(TEXT.findall(match[2]))


def values_of(english):
    return {"1" if each == "n" else each for each in VALUE.findall(english)}


def check_sentences(house):
    """what the engine says, the window can say too"""
    known = {}
    if TABLE in house.lines:
        for number, code, english in found(house, TABLE, KNOWN):
            if code in known:
                yield TABLE, number, f"“{code}” stands here twice; take one out"
            known[code] = (number, english)
    said = {}
    for path in house.sources:
        if not path.startswith(("engine/", "app/secrets/")):
            continue
        for number, code, english in found(house, path, SAY):
            if not CODE_FORM.match(code):
                yield path, number, f"“{code}” is no code; write it as in “link-not-safe”"
            elif said.setdefault(code, english) != english:
                yield path, number, f"“{code}” is said in other words elsewhere; give this one a code of its own"
            elif code not in known:
                yield path, number, f"the window has no words for “{code}”; add it to {TABLE} and to translations"
            elif values_of(english) != values_of(known[code][1]):
                yield path, number, f"“{code}” has other values in {TABLE}; write the same %1, %2 there"
    for code, (number, _) in known.items():
        if code not in said:
            yield TABLE, number, f"nobody says “{code}” any more; take it out"


def check_translations(house):
    """every sentence of the window is translated"""
    for path, lines in house.lines.items():
        if path.startswith("translations/"):
            for number, line in enumerate(lines, 1):
                if 'type="unfinished"' in line:
                    source = next((each.strip() for each in reversed(lines[:number - 1]) if "<source>" in each), "")
                    yield path, number, f"not translated yet: {source}"
