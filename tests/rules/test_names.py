"""Names say what a thing is; texts name nothing that only exists on one machine."""

import ast
import re

from tests.rules.sources import ROOT, files, shown, syntax_of

# If only such a word fits, the thing is not understood yet.
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "manager", "process", "handle", "data", "misc"}
# Names that somebody else gives: Django, pytest, the group of managers.
GIVEN = {
    "handle",
    "process_exception",
    "process_response",
    "process_view",
    "get_context_data",
    "UserManager",
}
# Put together here, so that this file doesn't trip over itself.
ONE_MACHINE = ["/" + "work/", "/" + "root/", "/tmp/" + "setup", "session_" + "id"]
REGISTRIES = [
    "py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com",
    "deb." + "debian.org", "jsdelivr" + ".net", "unpkg" + ".com", "crates" + ".io",
]  # fmt: skip
TEXTS = ("*.py", "*.html", "*.css", "*.mjs", "*.toml", "*.md", "*.txt", "*.typ", "*.sh", "*.yaml")


def words_of(name: str) -> set[str]:
    """The words of a name, however they are joined; "data map" is a word of the glossary."""
    said = name.replace("data_map", "map")
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", said)}


def test_no_file_or_folder_has_an_empty_name() -> None:
    empty = [
        shown(path)
        for under in ("alongside", "tests", "bench", "bin")
        for path in files("*", under=under)
        if EMPTY_WORDS & {word for part in path.relative_to(ROOT).parts for word in words_of(part)}
    ]
    assert not empty, "\n".join(empty)


def test_no_function_or_class_has_an_empty_name() -> None:
    empty = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in files("*.py")
        if "tests" not in path.parts
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and node.name not in GIVEN
        and EMPTY_WORDS & words_of(node.name)
    ]
    assert not empty, "\n".join(empty)


def test_nothing_names_this_machine_or_a_registry() -> None:
    texts = [
        path
        for under in ("alongside", "tests", "bench", "docs", "bin")
        for path in files(*TEXTS, under=under)
    ]
    texts += [path for path in (*ROOT.glob("*"), *(ROOT / "bin").glob("*")) if path.is_file()]
    found = [
        f"{shown(path)}: {word}"
        for path in texts
        for word in (*ONE_MACHINE, *REGISTRIES)
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert not found, "\n".join(found)


def test_no_note_to_do_it_later_is_left() -> None:
    later = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|X" + r"XX)\b")
    found = [
        shown(path)
        for path in files(*TEXTS)
        if later.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found, "\n".join(found)
