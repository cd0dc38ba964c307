#!/usr/bin/env python3
# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the house is built as its plan says.

    lint.py [--root FOLDER] [RULE…]

Prints one line per rule, below a failed one each violation as `file:line: what is wrong and what to do`, and ends with
`lint: N passed, N failed`. Exit code 1 when something failed. There is no list of exceptions.
"""

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from sentences import check_sentences, check_translations  # noqa: E402

# Who may include whom: the one table. What a used module uses may be used too.
ARROWS = {
    "base": [],
    "model": ["base"],
    "db": ["base"],
    "net": ["base"],
    "liquid": ["base"],
    "mjml": ["base"],
    "api": ["base", "model"],
    "profiles": ["db", "model"],
    "history": ["db", "model"],
    "catalog": ["db", "model"],
    "connectors": ["net", "model"],
    "providers": ["net", "model"],
    "predict": ["model"],
    "content": ["liquid", "mjml", "db", "model"],
    "segments": ["history", "profiles"],
    "ingest": ["profiles", "history"],
    "sync": ["connectors", "ingest", "catalog"],
    "analytics": ["history", "profiles"],
    "dispatch": ["providers", "content", "segments"],
    "campaigns": ["dispatch", "segments", "predict"],
    "flows": ["dispatch", "segments", "predict"],
    "demo": ["net", "model", "connectors"],
}
# Everything in the engine, and it implements api.
ARROWS["runtime"] = sorted(ARROWS)
UI_USES = ["api", "model", "base"]
# What several modules' tests share stands no higher than this.
SUPPORT_USES = ["model", "db", "net", "base"]

SOURCE_FOLDERS = ["engine", "ui", "app", "tests"]
TEXT_FOLDERS = SOURCE_FOLDERS + ["resources", "packaging", "translations", ".ci"]
TEXT_SUFFIXES = {".h", ".cpp", ".py", ".sql", ".cmake", ".txt", ".md", ".sh", ".js", ".html", ".json", ".in", ".yml",
                 ".desktop", ".xml", ".ts", ".qrc", ".supp", ""}
README_FOLDERS = ["engine", "ui", "app", "tests"]
README_LINES = 40

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT_HEADER = re.compile(
    r"^(Q[A-Z]\w*$|Qt[A-Z]\w*$|Qt\w*/|Q[A-Z]\w*/|qt6?\w*/|qt\w*\.h$|q(object|string|global|list|debug)\.h$)")
# The words are spelled apart so that this file does not hold them.
FORBIDDEN = [
    (re.compile(r"\b(TO" r"DO|FIX" r"ME)\b"), "an unfinished thought; finish it or take it out"),
    (re.compile(r'(?<!["\'`])\bX' r'XX\b(?!["\'`])'), "an unfinished thought; finish it or take it out"),
    (re.compile(r"(?<![\w.$}/-])/(work|home|root|Users|tmp)/(?!\.\.\.)"),
     "an absolute path of one machine; make it relative, or use a temporary folder"),
    (re.compile(r"\b[A-Z]:\\\\?Users\b"), "an absolute path of one machine; make it relative"),
    (re.compile(r"\b(pypi\.org|registry\.npmjs\.org|crates\.io|proxy\.golang\.org|deb\.debian\.org)\b"),
     "a package registry's address; the project names packages, not hosts"),
]


# What a reader of C++ passes over: comments, strings, numbers with separators, characters, preprocessor lines.
NOT_CODE = re.compile(
    r'R"(?P<fence>[^()\\\s]{0,16})\(.*?\)(?P=fence)"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/|\b\d[\w.\']*'
    r"|'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*", re.DOTALL | re.MULTILINE)
TOKEN = re.compile(r"\n|\w+(?:\s*::\s*\w+)*|::|\[\[|\]\]|[^\s\w]")
# Only what the program links together: each test is a program of its own.
ONE_PROGRAM = ("engine", "ui", "app")


def reach(names):
    """The modules that `names` can see: themselves and all that they use."""
    seen, todo = set(), list(names)
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += ARROWS.get(name, [])
    return seen


class House:
    """The source tree, read once: `lines` by path relative to the root, with forward slashes."""

    def __init__(self, root):
        self.root = Path(root)
        self.lines = {}
        for folder in TEXT_FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                self._read(path)
        for path in sorted(self.root.iterdir()):
            self._read(path)
        self.sources = [path for path in self.lines
                        if path.endswith((".h", ".cpp")) and path.split("/")[0] in SOURCE_FOLDERS]

    def _read(self, path):
        if path.is_file() and path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts:
            try:
                self.lines[path.relative_to(self.root).as_posix()] = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                pass  # Not text: pictures and test data in odd encodings are nobody's source.

    def includes(self, path):
        """(line number, is it <angled>, what it names) for each include."""
        for number, line in enumerate(self.lines[path], 1):
            match = INCLUDE.match(line)
            if match:
                yield number, match[1] == "<", match[2]

    def resolve(self, path, name):
        """The files that `name` may mean: rooted at engine or tests; those of ui and app at the project."""
        beside = path.rsplit("/", 1)[0] + "/" + name
        if path.startswith("tests/") and "/" not in name and beside in self.lines:
            return [beside]  # A test names its own fixture alone.
        rooted = [name] if name.startswith(("ui/", "app/")) else []
        rooted += [root + "/" + name for root in ("engine", "tests")]
        found = [each for each in rooted if each in self.lines]
        own = [each for each in found if each.startswith("engine/")]
        return own if path.startswith("engine/") and own else found

    def cmake_calls(self, path, function):
        """(line number, argument words) for each call of `function`; quotes and comments dropped."""
        text = "\n".join(re.sub(r"#.*", "", line) for line in self.lines[path])
        for match in re.finditer(r"\b" + function + r"\s*\(([^)]*)\)", text):
            yield text.count("\n", 0, match.start()) + 1, match[1].replace('"', " ").split()


def room_of(path):
    """(name of the part of the house that a file belongs to, engine modules it may see)."""
    parts = path.split("/")
    if parts[0] == "engine":
        return parts[1], reach([parts[1]])
    if parts[0] == "ui":
        return "ui", reach(UI_USES)
    if parts[0] == "app":
        return "app", set(ARROWS)
    if parts[:2] == ["tests", "engine"]:
        return "tests/engine/" + parts[2], reach([parts[2]]) | reach(SUPPORT_USES)
    # What the tests of several modules share of one stands in a folder named after it, compiled into those that want it.
    if parts[:2] == ["tests", "support"] and len(parts) > 3 and parts[2] in ARROWS:
        return "tests/support/" + parts[2], reach([parts[2]]) | reach(SUPPORT_USES)
    if parts[:2] == ["tests", "support"]:
        return "tests/support", reach(SUPPORT_USES)
    # The window's tests put it on the real engine as app does; benchmarks measure anything.
    return "/".join(parts[:2]), set(ARROWS)


def own_name(parts, name):
    """How a file in the folder of `parts` names its neighbour `name`."""
    return "/".join(parts[(0 if parts[0] in ("ui", "app") else 1):-1] + [name])


def sees_ui(room):
    return room in ("ui", "app", "tests/ui", "tests/app", "tests/bench")


def check_arrows(house):
    """each #include follows the table of who may use whom"""
    for path in house.sources:
        parts = path.split("/")
        if parts[0] == "engine" and len(parts) > 2 and parts[1] not in ARROWS:
            yield path, 1, f"engine/{parts[1]} is not in the table of tests/lint/lint.py; add it with what it uses"
            continue
        if len(parts) < 3:
            yield path, 1, "a source file belongs in a folder of its own part, not here"
            continue
        room, allowed = room_of(path)
        for number, angled, name in house.includes(path):
            first = name.split("/")[0]
            if angled:
                if house.resolve(path, name):
                    yield path, number, f'<{name}> is ours; write "{name}"'
                continue
            if name.endswith(".moc") or re.match(r"(moc|ui|qrc)_\w+\.(h|cpp)$", name):
                continue
            found = house.resolve(path, name)
            if not found:
                full = [root + name for root in ("ui/", "app/") if root + name in house.lines]
                if full:
                    yield path, number, f'"{name}" is named from the project; write "{full[0]}"'
                elif "/" not in name and "/".join(parts[:-1]) + "/" + name in house.lines:
                    yield path, number, f'"{name}" is not rooted; write "{own_name(parts, name)}"'
                else:
                    yield path, number, f'there is no "{name}" in this tree; another project\'s header goes in <>'
                continue
            if len(found) > 1:
                yield path, number, f'"{name}" means both {" and ".join(found)}; rename one'
                continue
            target = found[0].split("/")
            if target[0] == "engine":
                if first not in allowed:
                    yield path, number, f'{room} may not use engine/{first}; it may use {words(allowed - {room})}'
            elif target[0] == "ui" and not sees_ui(room):
                yield path, number, f"{room} may not use ui; only app and the window's own tests do"
            elif target[0] == "app" and room not in ("app", "tests/app"):
                yield path, number, f"{room} may not use app; it is the root that puts the parts together"
            elif target[0] == "tests" and parts[0] != "tests":
                yield path, number, f"{room} may not use tests"
            elif target[0] == "tests" and target[1] == "engine" and target[:3] != parts[:3]:
                yield path, number, f"{room} may not use another module's tests; share through tests/support"


def check_declared(house):
    """USES in each CMakeLists.txt agrees with the table and with the includes"""
    for path in house.lines:
        parts = path.split("/")
        if parts[-1] != "CMakeLists.txt":
            continue
        if parts[0] == "engine" and len(parts) >= 3:
            if parts[1] not in ARROWS:
                yield path, 1, f"engine/{parts[1]} is not in the table of tests/lint/lint.py; add it with what it uses"
                continue
            calls = list(house.cmake_calls(path, "add_engine_module"))
            if len(parts) == 3 and not calls:
                yield path, 1, "this folder of engine declares no add_engine_module"
            for number, arguments in calls:
                yield from check_module(house, path, number, parts[1], arguments)
        allowed = None
        if parts[0] in ("ui", "tests") and len(parts) >= 2:
            room, allowed = room_of(path)
            if path in ("tests/CMakeLists.txt", "ui/CMakeLists.txt"):
                allowed = reach(UI_USES) if parts[0] == "ui" else None
        if parts[0] == "ui":
            for number, arguments in house.cmake_calls(path, "add_ui_module"):
                key = None
                for word in arguments[1:]:
                    key = word if word.isupper() else key
                    if key == "ENGINE" and word != key and word not in UI_USES:
                        yield path, number, f"ENGINE {word} is not an arrow; ui may use {words(UI_USES)}"
        if allowed is not None:
            for number, line in enumerate(house.lines[path], 1):
                for name in re.findall(r"\bengine_(\w+)\b(?!\.)", line.split("#")[0]):
                    if name not in allowed:
                        yield path, number, f"{room} may not link engine_{name}; it may use {words(allowed)}"


def check_module(house, path, number, folder, arguments):
    keywords = ("SOURCES", "USES", "LIBRARIES", "PRIVATE_LIBRARIES")
    lists, key = {each: [] for each in keywords}, None
    for word in arguments[1:]:
        if word in keywords:
            key = word
        elif key:
            lists[key].append(word)
    name = arguments[0] if arguments else ""
    if name != folder:
        yield path, number, f"the module in engine/{folder} is called {name or 'nothing'}; it takes its folder's name"
        return
    for used in lists["USES"]:
        if used == name or used not in reach([name]):
            yield path, number, f"USES {used} is not an arrow; {name} may use {words(reach([name]) - {name})}"
    for library in lists["LIBRARIES"] + lists["PRIVATE_LIBRARIES"]:
        if library.startswith(("Qt", "Qt6::")):
            yield path, number, f"{library} under engine; the engine knows no Qt"
        if library.startswith("engine_"):
            yield path, number, f"{library} stands among the libraries; write it as USES {library[7:]}"
    declared = reach(lists["USES"]) | {name}
    for source in house.sources:
        if source.startswith(f"engine/{name}/"):
            for line, angled, include in house.includes(source):
                target = include.split("/")[0]
                if not angled and target in ARROWS and target not in declared and target in reach([name]):
                    yield source, line, f"{name} uses {target} without declaring it; add it to USES in {path}"


def check_cycles(house):
    """no header includes itself by a roundabout way"""
    graph = {}
    for path in house.sources:
        graph[path] = [found for _, angled, name in house.includes(path) if not angled
                       for found in house.resolve(path, name)]
    done, reported = set(), set()
    for start in graph:
        # Depth first without recursion: a stack of (file, includes still to follow) is the way from `start`.
        if start in done:
            continue
        way, stack = [start], [iter(graph[start])]
        while stack:
            after = next(stack[-1], None)
            if after is None:
                done.add(way.pop())
                stack.pop()
            elif after in way:
                ring = way[way.index(after):]
                if frozenset(ring) not in reported:
                    reported.add(frozenset(ring))
                    yield ring[0], 1, "includes go in a ring: " + " → ".join(ring + [ring[0]])
            elif after not in done:
                way.append(after)
                stack.append(iter(graph.get(after, [])))


def check_no_qt(house):
    """the engine includes no Qt header"""
    for path in house.sources:
        if path.startswith("engine/"):
            for number, _, name in house.includes(path):
                if QT_HEADER.match(name):
                    yield path, number, f"{name} is Qt; the engine knows none, put this in ui or app"


def check_json(house):
    """JSON libraries are included in .cpp files only"""
    for path in house.sources:
        if path.endswith(".h"):
            for number, _, name in house.includes(path):
                # The forward declarations alone cost a reader nothing.
                if name.split("/")[0] in ("nlohmann", "simdjson", "simdjson.h") and name != "nlohmann/json_fwd.hpp":
                    yield path, number, f"{name} in a header slows every file that includes it; keep it in a .cpp"


def check_licence(house):
    """each source file begins with the two SPDX lines"""
    for path, lines in house.lines.items():
        kind = path.rsplit(".", 1)[-1]
        script = bool(lines) and lines[0].startswith("#!")
        if not (kind in ("h", "cpp", "py", "js") or script):
            continue
        head = lines[1:3] if script else lines[0:2]
        mark = "//" if kind in ("h", "cpp", "js") else "#"
        if head != [f"{mark} SPDX-FileCopyrightText: Shopbell contributors",
                    f"{mark} SPDX-License-Identifier: GPL-3.0-or-later"]:
            yield path, 1, "does not begin with the two SPDX lines that every source file here has"


def check_readmes(house):
    """each folder of the second level has a README of at most 40 lines"""
    folders = {"/".join(path.split("/")[:2]) for path in house.lines
               if path.split("/")[0] in README_FOLDERS and path.count("/") >= 2}
    for folder in sorted(folders):
        readme = folder + "/README.md"
        if readme not in house.lines:
            yield readme, 1, "is missing: what the folder is for, what flows in and out, how to add one more"
        elif len(house.lines[readme]) > README_LINES:
            yield readme, len(house.lines[readme]), f"has more than {README_LINES} lines; keep what a newcomer needs"


def check_words(house):
    """no unfinished thoughts, no path of one machine, no registry's address"""
    for path, lines in house.lines.items():
        if path.startswith("tests/data/") or path == "LICENSE":
            continue
        for number, line in enumerate(lines, 1):
            for pattern, why in FORBIDDEN:
                match = pattern.search(line)
                if match:
                    yield path, number, f"“{match[0]}” is {why}"


def balanced(tokens, opening, closing):
    """How many tokens from the first, which opens, to the one that closes it."""
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token == opening) - (token == closing)
        if depth == 0:
            return index + 1
    return len(tokens)


def defined_name(tokens):
    """The name of the class, struct, union or enum whose body begins behind these tokens; None: something else does."""
    while tokens:
        if tokens[0] == "template":
            tokens = tokens[1 + balanced(tokens[1:], "<", ">"):]
        elif tokens[0] == "[[":
            tokens = tokens[balanced(tokens, "[[", "]]"):]
        elif tokens[0] in ("typedef", "static", "inline", "const", "constexpr", "export"):
            tokens = tokens[1:]
        else:
            break
    if not tokens or tokens[0] not in ("class", "struct", "union", "enum"):
        return None
    tokens = tokens[2 if tokens[:2] in (["enum", "class"], ["enum", "struct"]) else 1:]
    name = []
    while tokens and tokens[0] not in (":", "final"):
        if tokens[0] in ("[[", "("):
            tokens = tokens[balanced(tokens, tokens[0], "]]" if tokens[0] == "[[" else ")"):]
            continue
        if tokens[0] == "=":
            return None  # A variable with a value in braces.
        if tokens[0] == "<":
            length = balanced(tokens, "<", ">")
            name[-1:] = ["".join(name[-1:] + tokens[:length])]
            tokens = tokens[length:]
            continue
        name.append(tokens[0])
        tokens = tokens[1:]
    return name[-1] if name else None


def definitions(lines):
    """(line number, full name) of each class, struct, union and enum that stands in named namespaces alone."""
    text = NOT_CODE.sub(lambda match: "\n" * match[0].count("\n") or " ", "\n".join(lines))
    number, scopes, statement = 1, [], []
    for match in TOKEN.finditer(text):
        token = match[0]
        if token == "\n":
            number += 1
            continue
        number += token.count("\n")
        token = re.sub(r"\s+", "", token)
        if token == "{":
            scope = None  # A body, whose inside is nobody else's.
            if None not in scopes:
                head = [each for each in statement if each != "inline"]
                if head[:1] == ["namespace"]:
                    scope = head[1] if len(head) > 1 else None
                elif head == ["extern"]:
                    scope = ""
                else:
                    name = defined_name(statement)
                    if name:
                        yield number, "::".join([each for each in scopes if each] + [name])
            scopes.append(scope)
            statement = []
        elif token == "}":
            if scopes:
                scopes.pop()
            statement = []
        elif token == ";":
            statement = []
        else:
            statement.append(token)


def check_names(house):
    """no two classes, structs or enums of the program have one name in one namespace"""
    places = {}
    for path in house.sources:
        if path.split("/")[0] in ONE_PROGRAM:
            for number, name in definitions(house.lines[path]):
                # Twice in one file are the branches of an #if; otherwise the compiler says it.
                places.setdefault(name, {}).setdefault(path, number)
    for name, where in places.items():
        for path, number in list(where.items())[1:]:
            first = next(iter(where))
            yield path, number, (f"{name} stands in {first} too, and each breaks the other unseen; rename one, or put "
                                 "it into an unnamed namespace")


RULES = {
    "arrows": check_arrows,
    "declared": check_declared,
    "cycles": check_cycles,
    "no-qt": check_no_qt,
    "json": check_json,
    "licence": check_licence,
    "readmes": check_readmes,
    "words": check_words,
    "names": check_names,
    "sentences": check_sentences,
    "translations": check_translations,
}


def words(names):
    return ", ".join(sorted(names)) or "nothing"


def run(root, names):
    """[(rule, [violation, …])] in the order of RULES."""
    house = House(root)
    return [(name, sorted({f"{path}:{line}: {why}" for path, line, why in RULES[name](house)}))
            for name in RULES if name in names]


def main():
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="Checks that the house is built as its plan says.")
    parser.add_argument("--root", default=here, type=Path, help="the tree to check; this one when not given")
    parser.add_argument("rules", nargs="*", metavar="RULE", help="only these of: " + ", ".join(RULES))
    arguments = parser.parse_args()
    for name in arguments.rules:
        if name not in RULES:
            parser.error(f"there is no rule called {name}; there are: {', '.join(RULES)}")
    if not (arguments.root / "engine").is_dir():
        parser.error(f"{arguments.root} is not a checkout of Shopbell: it has no engine folder")
    results = run(arguments.root, arguments.rules or list(RULES))
    for name, violations in results:
        print(f"  {'FAIL' if violations else 'ok  '}  {name}: {RULES[name].__doc__}")
        for violation in violations:
            print("          " + violation)
    failed = sum(1 for _, violations in results if violations)
    print(f"lint: {len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
