"""A panel drawn by lot, as an organiser types it."""

import json
from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.cli.tests.test_main import in_a_base_install

QUOTAS = "feature,value,min,max\nAge,Old,1,2\nAge,Young,1,2\nArea,Hill,1,1\nArea,Shore,2,2\n"
POOL = "id,Age,Area,street\n" + "".join(
    f"p{n},{('Old', 'Young')[n % 2]},{('Hill', 'Shore')[n % 3 > 0]},{n // 2} High St\n"
    for n in range(12)
)
KEYS = {"panel", "probabilities", "lowest", "highest", "bound", "seed"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "pool.csv").write_text(POOL, encoding="utf-8")
    (tmp_path / "quotas.csv").write_text(QUOTAS, encoding="utf-8")
    (tmp_path / "stay.txt").write_text("p0\np1\n", encoding="utf-8")
    (tmp_path / "gone.txt").write_text("p2\n", encoding="utf-8")
    return tmp_path


def typed(files: Path, *words: str, size: int = 3) -> list[str]:
    start = ["draw", str(files / "pool.csv"), "--quotas", str(files / "quotas.csv")]
    return [*start, "--size", str(size), *words]


@pytest.fixture
def answer(files: Path, capsys: pytest.CaptureFixture[str]):
    def ask(*words: str, **given: int) -> dict:
        assert main(typed(files, *words, "--json", **given)) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_a_panel_is_drawn_with_everybodys_chance_and_the_proof(answer) -> None:
    told = answer("--seed", "7")
    assert told.keys() >= KEYS
    assert len(told["panel"]) == 3
    assert sum(told["probabilities"].values()) == pytest.approx(3)
    assert told["lowest"] == min(told["probabilities"].values())
    assert told["highest"] == max(told["probabilities"].values())
    assert told["lowest"] <= told["bound"] <= told["lowest"] + 1e-6
    assert told["seed"] == 7


def test_the_same_files_and_seed_give_the_same_panel(answer) -> None:
    assert answer("--seed", "dice 3 5") == answer("--seed", "dice 3 5")
    assert answer("--seed", "007")["seed"] == "007"
    panels = {tuple(answer("--seed", str(seed))["panel"]) for seed in range(8)}
    assert len(panels) > 2


def test_without_a_seed_the_input_is_locked_and_nobody_is_drawn(
    files: Path, answer, capsys: pytest.CaptureFixture[str]
) -> None:
    locked, drawn = answer(), answer("--seed", "7")
    assert (locked["panel"], locked["seed"]) == ([], None)
    assert locked["input_sha256"] == drawn["input_sha256"]
    assert locked["lottery_sha256"] == drawn["lottery_sha256"]
    assert main(typed(files)) == 0
    said = capsys.readouterr().out
    assert locked["input_sha256"] in said
    assert "Nobody is drawn without a seed" in said


def test_people_read_the_panel_and_the_chances(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed(files, "--seed", "7", "--fairness", "maximin")) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[2].startswith("Chances  12 people, maximin: the lowest 25.0000%")
    assert said[3] == "Proof    in no lottery is the lowest above 25.0000%"
    assert said[4:6] == ["Seed     7", "Panel"]
    assert len(said) == 9


def test_a_household_sends_one_unless_more_are_allowed(answer) -> None:
    plain, one = answer("--seed", "1"), answer("--seed", "1", "--household", "street")
    two = answer("--seed", "1", "--household", "street", "--per-household", "2")
    assert one["input_sha256"] != plain["input_sha256"]
    assert two["probabilities"] == plain["probabilities"]
    for seed in range(10):
        panel = answer("--seed", str(seed), "--household", "street")["panel"]
        assert len({int(one[1:]) // 2 for one in panel}) == 3


def test_after_drop_outs_those_who_accepted_stay(files: Path, answer) -> None:
    words = ("--accepted", str(files / "stay.txt"), "--gone", str(files / "gone.txt"))
    told = answer("--seed", "7", *words)
    assert {"p0", "p1"} < set(told["panel"])
    assert len(told["panel"]) == 3
    assert told["accepted"] == ["p0", "p1"]
    assert not {"p0", "p1", "p2"} & told["probabilities"].keys()
    assert set(told["panel"]) - {"p0", "p1"} <= set(told["probabilities"])


def test_what_a_draw_needs_is_written_to_a_file(files: Path, answer) -> None:
    told = answer("--lottery", str(files / "lottery.json"))
    written = json.loads((files / "lottery.json").read_text(encoding="utf-8"))
    assert written["input_sha256"] == told["input_sha256"]
    assert sum(written["tickets"]) == 10**12


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("quotas.csv", QUOTAS.replace("Hill,1,1", "Hill,2,1"), "quotas.csv, line 4, column min:"),
        ("pool.csv", POOL.replace("p3,Young", "p3,Ancient"), "pool.csv, line 5, column Age:"),
        ("quotas.csv", QUOTAS.replace("Hill,1,1", "Hill,0,0"), "Area, Hill: max 0 -> 1"),
        ("pool.csv", "", "the file is empty"),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_drawn(
    files: Path, name: str, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / name).write_text(text, encoding="utf-8")
    assert main(typed(files, "--seed", "7", "--json")) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seed", " "], "The seed is empty."),
        (["--accepted", "nowhere.txt"], "nowhere.txt can't be read"),
        (["--lottery", "nowhere/lottery.json"], "can't be written"),
        (["--household", "postcode"], "column postcode: is missing"),
        (["--id", "key"], "column key: is missing"),
        (["--per-household", "0"], "at least one place"),
    ],
)
def test_what_cannot_be_done_is_said(
    files: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed(files, *words)) == 1
    assert said in capsys.readouterr().err


def test_it_needs_no_more_than_the_base_install(files: Path) -> None:
    words = typed(files, "--seed", "7", "--json")
    done = in_a_base_install(f"from alongside.cli.main import main; sys.exit(main({words!r}))")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["panel"]) == 3
