import gzip
import hashlib
import re
import tomllib
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parent.parent
STATIC = UI / "static"
MANIFEST = STATIC / "vendor" / "MANIFEST.toml"
TOKENS = (STATIC / "ui" / "alongside.css").read_text()

# Which colour stands on which: every pair of words and ground that the styles use.
PAIRS = [
    *(("ink", ground) for ground in ("paper", "card", "wash", "sun-tint", "good-tint")),
    *(("muted", ground) for ground in ("paper", "card", "wash")),
    *((link, ground) for link in ("link", "link-hover", "link-visited") for ground in ("paper", "card")),
    *((co, ground) for co in ("commission", "design", "deliver", "assess")
      for ground in ("paper", "card", f"{co}-tint")),
    *(("on-co", co) for co in ("commission", "design", "deliver", "assess")),
    ("good", "good-tint"), ("warn", "warn-tint"), ("bad", "bad-tint"), ("bad", "card"),
    ("bad", "paper"), ("on-bad", "bad"), ("on-bad", "bad-hover"), ("on-action", "action"),
    ("on-action", "action-hover"), ("on-sun", "sun"), ("on-focus", "focus"), ("on-bar", "bar"),
    ("on-bar-muted", "bar"),
]  # fmt: skip


def _colours(block):
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def _schemes():
    light = _colours(TOKENS.split(":root {", 1)[1].split("}", 1)[0])
    dark_block = TOKENS.split("(prefers-color-scheme: dark)", 1)[1].split("}", 1)[0]
    return {"light": light, "dark": light | _colours(dark_block)}


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_of_black_and_white_is_21():
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(scheme, words, ground):
    colours = _schemes()[scheme]
    assert _contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_of_inputs_and_marks_of_the_star_stand_out(scheme):
    colours = _schemes()[scheme]
    for mark in ("ink", "muted", "commission", "design", "deliver", "assess"):
        assert _contrast(colours[mark], colours["card"]) >= 3


def test_the_colours_that_the_design_states_are_the_tokens():
    light = _schemes()["light"]
    assert light["ink"] == "#14213d"
    assert [light[co] for co in ("commission", "design", "deliver", "assess")] == [
        "#1f5fa8", "#8a2f7a", "#0b7a55", "#b3541e",
    ]  # fmt: skip


def _written_files():
    return [
        path
        for path in UI.rglob("*")
        if path.suffix in {".css", ".mjs", ".html", ".py", ".svg", ".toml"}
        and "__pycache__" not in path.parts
    ]


def test_the_typeface_of_government_is_named_nowhere():
    forbidden = "GDS" + " Transport"
    assert [p for p in _written_files() if forbidden.lower() in p.read_text().lower()] == []


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.css")), ids=lambda path: path.name)
def test_styles_ask_for_nothing_from_elsewhere(path):
    addresses = re.findall(r"url\(([^)]*)\)", path.read_text())
    assert not [a for a in addresses if re.match(r"""["']?(\w+:|//)""", a)]
    for address in addresses:
        assert (path.parent / address.strip("\"'")).is_file()
    assert "@import" not in path.read_text()


@pytest.mark.parametrize("name", ["var"])
def test_every_token_in_use_is_defined(name):
    styles = "".join(path.read_text() for path in (STATIC / "ui").glob("*.css"))
    used = set(re.findall(r"var\(--([a-z-]+)\)", styles))
    defined = set(re.findall(r"--([a-z-]+):", styles))
    assert used <= defined


def test_templates_hold_no_style_and_no_script_of_their_own():
    for path in (UI / "templates").rglob("*.html"):
        html = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", html), path
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html)), path


def test_what_is_vendored_is_what_the_manifest_says():
    manifest = tomllib.loads(MANIFEST.read_text())
    recorded = {}
    for source in manifest["source"]:
        assert source["name"]
        assert source["version"]
        assert source["licence"]
        recorded |= {file["path"]: file["sha256"] for file in source["file"]}
    for path, digest in recorded.items():
        assert hashlib.sha256((UI / path).read_bytes()).hexdigest() == digest, path
    present = {str(p.relative_to(UI)) for p in [*STATIC.glob("vendor/*"), *UI.glob("fonts/*")]}
    assert present - {"static/vendor/MANIFEST.toml"} == set(recorded)


def test_a_first_visit_leaves_half_of_its_weight_to_the_page():
    wire = 0
    for path in [*STATIC.glob("ui/*"), *STATIC.glob("vendor/*")]:
        if path.suffix in {".css", ".mjs", ".svg"}:
            wire += len(gzip.compress(path.read_bytes()))
        elif path.suffix == ".woff2":
            wire += path.stat().st_size
    assert wire <= 90 * 1024
