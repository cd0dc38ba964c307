#!/usr/bin/env python3
# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each violation in a small tree and sees that the lint finds it, names its place, and finds nothing else."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import lint  # noqa: E402

SPDX = "// SPDX-FileCopyrightText: Shopbell contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
CLEAN = {
    "engine/base/CMakeLists.txt": "add_engine_module(base SOURCES text.cpp LIBRARIES tl::expected)\n",
    "engine/base/README.md": "Base.\n",
    "engine/base/text.h": SPDX + "#pragma once\n#include <string>\n",
    "engine/base/text.cpp": SPDX + '#include "base/text.h"\n#include <nlohmann/json.hpp>\n',
    "engine/model/CMakeLists.txt": "add_engine_module(model\n  USES base)  # a comment (with brackets)\n",
    "engine/model/README.md": "Model.\n",
    "engine/model/profile.h": SPDX + '#pragma once\n#include "base/text.h"\n',
    "engine/db/CMakeLists.txt": "add_engine_module(db SOURCES connection.cpp USES base)\n",
    "engine/db/README.md": "Db.\n",
    "engine/db/connection.h": SPDX + "#pragma once\n",
    "engine/db/connection.cpp": SPDX + '#include "db/connection.h"\n#include "base/text.h"\n',
    "engine/profiles/CMakeLists.txt": "add_engine_module(profiles SOURCES book.cpp USES db model)\n",
    "engine/profiles/README.md": "Profiles.\n",
    "engine/profiles/book.h": SPDX + "#pragma once\n",
    "engine/profiles/book.cpp":
        SPDX + '#include "profiles/book.h"\n#include "db/connection.h"\n#include "base/text.h"\n',
    "engine/runtime/CMakeLists.txt": "add_engine_module(runtime SOURCES engine.cpp USES profiles)\n",
    "engine/runtime/README.md": "Runtime.\n",
    "engine/runtime/engine.h": SPDX + "#pragma once\n",
    "engine/runtime/engine.cpp": SPDX + '#include "runtime/engine.h"\n#include "profiles/book.h"\n',
    "ui/CMakeLists.txt": "target_link_libraries(ui PUBLIC engine_model)\n",
    "ui/profiles/README.md": "Page.\n",
    "ui/profiles/page.h": SPDX + "#pragma once\n#include <QWidget>\n",
    "ui/profiles/page.cpp": SPDX + '#include "ui/profiles/page.h"\n#include "model/profile.h"\n#include "page.moc"\n',
    "app/desktop/README.md": "Desktop.\n",
    "app/desktop/main.cpp": SPDX + '#include "ui/profiles/page.h"\n#include "runtime/engine.h"\n',
    "tests/support/README.md": "Support.\n",
    "tests/support/registry.h": SPDX + "#pragma once\n#include <QObject>\n",
    "tests/engine/README.md": "Tests.\n",
    "tests/engine/profiles/CMakeLists.txt": "add_module_test(profiles SOURCES test_book.cpp LIBRARIES engine_db)\n",
    "tests/engine/profiles/test_book.cpp":
        SPDX + '#include "profiles/book.h"\n#include "support/registry.h"\n#include "db/connection.h"\n',
    "dev": "#!/bin/sh\n" + SPDX.replace("//", "#"),
    "README.md": "A shop; see https://example.com/home/page and \"XX\" + \"X\".\n",
}


class LintFinds(unittest.TestCase):
    def planted(self, changes):
        """The violations, by rule, of the clean tree with these files laid over it (None takes a file away)."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**CLEAN, **changes}.items():
                if text is not None:
                    target = Path(root) / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(text, encoding="utf-8")
            return {rule: found for rule, found in lint.run(root, lint.RULES) if found}

    def finds(self, changes, rule, *parts):
        """Exactly one violation, of this rule, that says each of `parts`."""
        found = self.planted(changes)
        self.assertEqual(list(found), [rule], found)
        self.assertEqual(len(found[rule]), 1, found)
        for part in parts:
            self.assertIn(part, found[rule][0])

    def includes(self, path, *names):
        return {path: CLEAN[path] + "".join(f"#include {name}\n" for name in names)}

    def test_cleanTreeHasNothingToSay(self):
        self.assertEqual(self.planted({}), {})

    def test_modelMayNotIncludeDb(self):
        self.finds(self.includes("engine/model/profile.h", '"db/connection.h"'), "arrows",
                   "engine/model/profile.h:5:", "model may not use engine/db")

    def test_lowerModuleMayNotIncludeHigher(self):
        self.finds(self.includes("engine/db/connection.cpp", '"profiles/book.h"'), "arrows", "db may not use")

    def test_neighboursMayNotIncludeEachOther(self):
        self.finds({**self.includes("engine/profiles/book.cpp", '"history/log.h"'),
                    "engine/history/CMakeLists.txt": "add_engine_module(history USES db model)\n",
                    "engine/history/README.md": "x\n", "engine/history/log.h": SPDX},
                   "arrows", "profiles may not use engine/history")

    def test_moduleOutsideTheTableIsRefused(self):
        found = self.planted({"engine/gadgets/CMakeLists.txt": "add_engine_module(gadgets)\n",
                              "engine/gadgets/README.md": "x\n", "engine/gadgets/a.h": SPDX})
        self.assertEqual(list(found), ["arrows", "declared"])
        self.assertIn("engine/gadgets is not in the table", found["arrows"][0])

    def test_windowMayNotIncludeWhatIsBehindTheDoor(self):
        self.finds(self.includes("ui/profiles/page.cpp", '"runtime/engine.h"'), "arrows",
                   "ui may not use engine/runtime")
        self.finds(self.includes("ui/profiles/page.cpp", '"db/connection.h"'), "arrows", "ui may not use engine/db")

    def test_engineMayNotIncludeTheWindow(self):
        self.finds(self.includes("engine/runtime/engine.cpp", '"ui/profiles/page.h"'), "arrows", "may not use ui")

    def test_engineMayNotIncludeAppOrTests(self):
        self.finds({**self.includes("engine/runtime/engine.cpp", '"app/desktop/context.h"'),
                    "app/desktop/context.h": SPDX}, "arrows", "may not use app")
        self.finds(self.includes("engine/runtime/engine.cpp", '"support/registry.h"'), "arrows", "may not use tests")

    def test_testsMayNotIncludeAboveTheirModule(self):
        self.finds(self.includes("tests/engine/profiles/test_book.cpp", '"runtime/engine.h"'), "arrows",
                   "tests/engine/profiles may not use engine/runtime")

    def test_testsMayNotIncludeAnotherModulesTests(self):
        self.finds({**self.includes("tests/engine/profiles/test_book.cpp", '"engine/db/made.h"'),
                    "tests/engine/db/made.h": SPDX}, "arrows", "another module's tests")

    def test_sharedTestCodeMayNotIncludeModules(self):
        self.finds(self.includes("tests/support/registry.h", '"profiles/book.h"'), "arrows",
                   "tests/support may not use")

    def test_includesAreRootedAndExist(self):
        self.finds(self.includes("engine/db/connection.cpp", '"connection.h"'), "arrows", 'write "db/connection.h"')
        self.finds(self.includes("engine/db/connection.cpp", '"db/gone.h"'), "arrows", 'there is no "db/gone.h"')
        self.finds(self.includes("engine/db/connection.cpp", "<base/text.h>"), "arrows", 'write "base/text.h"')

    def test_headersOfWindowAndAppAreNamedFromTheProject(self):
        self.finds({**self.includes("app/desktop/main.cpp", '"context.h"'), "app/desktop/context.h": SPDX}, "arrows",
                   'write "app/desktop/context.h"')
        self.finds(self.includes("ui/profiles/page.cpp", '"profiles/page.h"'), "arrows", 'write "ui/profiles/page.h"')

    def test_testMayNameItsOwnFixtureAlone(self):
        self.assertEqual(self.planted({**self.includes("tests/engine/profiles/test_book.cpp", '"fixture.h"'),
                                       "tests/engine/profiles/fixture.h": SPDX}), {})
        found = self.planted({**self.includes("tests/engine/profiles/test_book.cpp", '"fixture.h"'),
                              "tests/engine/profiles/fixture.h": SPDX + '#include "runtime/engine.h"\n'})
        self.assertEqual(list(found), ["arrows"])

    def test_ambiguousIncludeIsRefused(self):
        self.finds({**self.includes("app/desktop/main.cpp", '"db/made.h"'), "engine/db/made.h": SPDX,
                    "tests/db/made.h": SPDX, "tests/db/README.md": "x\n"}, "arrows", "means both")

    def test_windowMayNotDeclareAModuleBehindTheDoor(self):
        self.finds({"ui/profiles/CMakeLists.txt":
                    "add_ui_module(profiles SOURCES page.cpp USES theme ENGINE api db)\n"},
                   "declared", "ENGINE db is not an arrow")

    def test_includeWithoutDeclaredUseIsFound(self):
        self.finds({"engine/profiles/CMakeLists.txt": "add_engine_module(profiles SOURCES book.cpp USES model)\n"},
                   "declared", "profiles uses db without declaring it")

    def test_usesAgainstTheArrowIsFound(self):
        self.finds({"engine/model/CMakeLists.txt": "add_engine_module(model USES base db)\n"}, "declared",
                   "engine/model/CMakeLists.txt:1:", "USES db is not an arrow")

    def test_moduleCalledOtherThanItsFolderIsFound(self):
        self.finds({"engine/model/CMakeLists.txt": "add_engine_module(models USES base)\n"}, "declared",
                   "is called models")

    def test_moduleWithoutDeclarationIsFound(self):
        self.finds({"engine/model/CMakeLists.txt": "add_library(model)\n"}, "declared", "declares no add_engine_module")

    def test_qtLibraryAndSmuggledModuleUnderEngineAreFound(self):
        self.finds({"engine/model/CMakeLists.txt": "add_engine_module(model USES base LIBRARIES Qt6::Core)\n"},
                   "declared", "Qt6::Core under engine")
        self.finds({"engine/model/CMakeLists.txt":
                    "add_engine_module(model USES base PRIVATE_LIBRARIES engine_db)\n"}, "declared", "USES db")

    def test_windowAndTestsMayNotLinkAgainstTheArrow(self):
        self.finds({"ui/CMakeLists.txt": "target_link_libraries(ui PUBLIC engine_runtime)\n"}, "declared",
                   "ui may not link engine_runtime")
        self.finds({"tests/engine/profiles/CMakeLists.txt": "add_module_test(profiles LIBRARIES engine_runtime)\n"},
                   "declared", "may not link engine_runtime")

    def test_ringOfThreeHeadersIsFoundOnce(self):
        self.finds({"engine/base/text.h": SPDX + '#include "base/b.h"\n',
                    "engine/base/b.h": SPDX + '#include "base/c.h"\n',
                    "engine/base/c.h": SPDX + '#include "base/text.h"\n'}, "cycles", "go in a ring", "base/c.h")

    def test_headerThatIncludesItselfIsFound(self):
        self.finds(self.includes("engine/base/text.h", '"base/text.h"'), "cycles", "go in a ring")

    def test_qtUnderEngineIsFoundInEverySpelling(self):
        for name in ("<QString>", "<QtCore/QString>", "<QtGlobal>", "<qstring.h>", "<qt6keychain/keychain.h>",
                     "<QtSql/qsql.h>"):
            with self.subTest(name):
                self.finds(self.includes("engine/db/connection.cpp", name), "no-qt", "is Qt")

    def test_jsonInHeadersIsFound(self):
        for name in ("<nlohmann/json.hpp>", "<simdjson.h>"):
            with self.subTest(name):
                self.finds(self.includes("engine/model/profile.h", name), "json", "in a header")

    def test_missingLicenceIsFound(self):
        self.finds({"engine/base/new.h": "#pragma once\n"}, "licence", "engine/base/new.h")
        self.finds({"dev": "#!/bin/sh\necho\n"}, "licence", "dev:1")
        self.finds({"engine/base/empty.cpp": ""}, "licence", "empty.cpp")

    def test_missingAndLongReadmesAreFound(self):
        self.finds({"engine/db/README.md": None}, "readmes", "engine/db/README.md", "is missing")
        self.finds({"engine/db/README.md": "line\n" * 41}, "readmes", "more than 40 lines")

    def test_forbiddenWordsAreFound(self):
        for text in ("// TO" "DO later", "# FIX" "ME", "// X" "XX wrong", 'path = "/wo' 'rk/main"',
                     "/ho" "me/anna/shop",
                     '"/tm' 'p/file.db"', "https://reg" "istry.npmjs.org/left"):
            with self.subTest(text):
                self.finds({"engine/base/notes.md": text + "\n"}, "words", "engine/base/notes.md:1:")

    def test_currencyCodeAndAddressesAreNotForbidden(self):
        self.assertEqual(self.planted({"engine/base/notes.md":
                                       'the code "X' 'XX" at https://shop.example/home/sale and mkstemp XXXXXX\n'}), {})

    def named(self, first, second, above="namespace shopbell {\n", below="}\n"):
        """Two files of the engine with these definitions."""
        return {"engine/base/text.h": CLEAN["engine/base/text.h"] + above + first + below,
                "engine/db/connection.cpp": CLEAN["engine/db/connection.cpp"] + above + second + below}

    def test_twoClassesOfOneNameAreFound(self):
        for first, second in [
                ("struct Row {};\n", "class Row {\n};\n"),
                ("enum class Row : int { A };\n", "union Row { int a; };\n"),
                ("struct Row final : Base<int> {};\n", "template <class T, class = X<T>>\nstruct [[nodiscard]] Row\n{\n};\n"),
                ("struct Row { int a{1}; void f() { if (a) {} } };\n", "int f() { return 1'000; }\nstruct Row { };\n"),
                ("inline void g() { auto x = \"{\"; }\nstruct Row {};\n",
                 "#define BRACE {\n// }\nconst char* s = R\"x(}\")x\";\nstruct alignas(8) Row {};\n"),
                ("template <> struct Row<int> {};\n", "template <>\nstruct Row<int> {\n};\n")]:
            self.finds(self.named(first, second), "names", "engine/db/connection.cpp:", "engine/base/text.h", "Row")

    def test_nameInOneNamespaceSpeltTwoWaysIsFound(self):
        changes = self.named("struct Row {};\n", "struct Row {};\n", "namespace shopbell::db {\n")
        changes["engine/base/text.h"] = (CLEAN["engine/base/text.h"] +
                                         "namespace shopbell {\ninline namespace db {\nstruct Row {};\n}\n}\n")
        self.finds(changes, "names", "shopbell::db::Row")

    def test_windowAndEngineAreOneProgram(self):
        self.finds({"engine/base/text.h": CLEAN["engine/base/text.h"] + "namespace shopbell { struct Row {}; }\n",
                    "ui/profiles/page.h": CLEAN["ui/profiles/page.h"] + "namespace shopbell { struct Row {}; }\n"},
                   "names", "shopbell::Row")

    def test_namesThatDoNotMeetAreLeftAlone(self):
        for first, second in [
                ("struct Row {};\n", "namespace { struct Row {}; }\n"),
                ("struct Row {};\n", "namespace db { struct Row {}; }\n"),
                ("struct Row {};\n", "struct Row;\nclass Row;\nfriend struct Row;\nenum class Row : int;\n"),
                ("struct Row {};\n", "struct Row row = {};\nstruct Row make() { return {}; }\n"),
                ("struct Row {};\n", "void f() { struct Row {}; }\nstruct Outer { struct Row {}; };\n"),
                ("struct Row {};\n", "struct Outer::Row {};\n"),
                ("struct Row {};\n", "// struct Row {};\n/* struct Row {}; */\nauto s = \"struct Row {\";\n"),
                ("template <> struct Row<int> {};\n", "template <> struct Row<char> {};\n"),
                ("#ifdef A\nstruct Row {};\n#else\nstruct Row {};\n#endif\n", "")]:
            self.assertEqual(self.planted(self.named(first, second)), {}, (first, second))
        # Each test is a program of its own.
        self.assertEqual(self.planted({
            "engine/base/text.h": CLEAN["engine/base/text.h"] + "struct Row {};\n",
            "tests/support/registry.h": CLEAN["tests/support/registry.h"] + "struct Row {};\n"}), {})

    TABLE = ('constexpr EngineSentence sentences[] = {{"list-unknown",\n    QT_TRANSLATE_NOOP("Engine", "There is no "\n'
             '"list %1.")}};\n')

    def said(self, line, table=TABLE):
        return {"engine/base/text.cpp": CLEAN["engine/base/text.cpp"] + line + "\n",
                "ui/bridge/README.md": "Bridge.\n",
                "ui/bridge/engine_sentences.cpp": SPDX + '#include "ui/profiles/page.h"\n' + table}

    def test_whatTheWindowCannotSayIsFound(self):
        good = 'auto a = say("list-unknown", "There is " "no list %1.", {name});'
        self.assertEqual(self.planted(self.said(good)), {})
        place = "engine/base/text.cpp:5:"
        self.finds(self.said(good + 'auto b = say("list-taken", "Taken.");'), "sentences", place, "no words for")
        self.finds(self.said(good + 'auto b = say("list-unknown", "No list.");'), "sentences", place, "in other words")
        self.finds(self.said('auto a = say("list-unknown", "There is no list.");'), "sentences", place, "other values")
        self.finds(self.said(good + 'auto b = say("List unknown", "No.");'), "sentences", place, "is no code")
        self.finds(self.said(""), "sentences", "ui/bridge/engine_sentences.cpp:4:", "nobody says")
        self.finds(self.said(good, self.TABLE + self.TABLE), "sentences", "ui/bridge/engine_sentences.cpp:7:", "twice")

    def test_missingTranslationIsFound(self):
        text = '<message>\n<source>Save</source>\n<translation type="unfinished"></translation>\n</message>\n'
        self.finds({"translations/shopbell_de.ts": text}, "translations", "translations/shopbell_de.ts:3:", "Save")

    def test_binaryFilesAreLeftAlone(self):
        with tempfile.TemporaryDirectory() as root:
            (Path(root) / "engine/base").mkdir(parents=True)
            (Path(root) / "engine/base/blob.txt").write_bytes(b"\xff\xfe TO" b"DO")
            self.assertNotIn("words", {rule for rule, found in lint.run(root, lint.RULES) if found})

    def test_tableHasNoRing(self):
        for name in lint.ARROWS:
            self.assertNotIn(name, lint.reach(lint.ARROWS[name]), f"{name} uses itself")


if __name__ == "__main__":
    unittest.main()
