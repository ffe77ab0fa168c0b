"""Draw a panel by lot: `alongside draw pool.csv --quotas quotas.csv --size 50 --seed "3 5 2 6"`.

Without a seed nobody is drawn: it prints the hash of the input, which is published before the seed
is drawn in public. Needs no database and no server, only the base install.
"""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from alongside.cli.platform import ONE_THREAD
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two files, how many, and how."""
    parser.add_argument("pool", type=Path, help="CSV: a row for each person")
    parser.add_argument(
        "--quotas", type=Path, required=True, help="CSV: feature, value, min, max in each row"
    )
    parser.add_argument("--size", type=int, required=True, help="how many places the panel has")
    parser.add_argument("--seed", help="what chance gave in public; without it nobody is drawn")
    parser.add_argument(
        "--fairness",
        choices=("automatic", "leximin", "maximin"),
        default="automatic",
        help="leximin, or maximin where there are more than 250 kinds of people (automatic)",
    )
    parser.add_argument("--id", metavar="COLUMN", help="the column of the id; else id or the first")
    parser.add_argument(
        "--household",
        metavar="COLUMN",
        nargs="+",
        default=[],
        help="the columns of the address; who has the same in all of them lives together",
    )
    parser.add_argument(
        "--per-household", type=int, default=1, metavar="N", help="at most so many of one (1)"
    )
    parser.add_argument(
        "--accepted", type=Path, metavar="FILE", help="ids, one a line, of those who stay"
    )
    parser.add_argument(
        "--gone", type=Path, metavar="FILE", help="ids, one a line, of those who dropped out"
    )
    parser.add_argument(
        "--lottery", type=Path, metavar="FILE", help="write panels and tickets there, as JSON"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(options: argparse.Namespace) -> int:
    """Hold the lottery, draw if there is a seed, and say what came of it."""
    for variable in ONE_THREAD:  # before numpy is imported
        os.environ.setdefault(variable, "1")
    from alongside.engines.lotteries import LotteriesError

    if options.seed is not None and not options.seed.strip():
        raise CommandRefused("The seed is empty.")
    try:
        answer = _answer(options)
    except LotteriesError as error:
        raise CommandRefused(str(error)) from error
    print(json.dumps(answer, ensure_ascii=False) if options.json else _told(answer))
    return 0


def _answer(options: argparse.Namespace) -> dict[str, Any]:
    from alongside.engines import lotteries

    task = _task(options)
    stay: list[str] = []
    if options.accepted or options.gone:
        stay, gone = _ids(options.accepted), _ids(options.gone)
        task = lotteries.replacements(task, accepted=stay, gone=gone)
    held = lotteries.hold_lottery(task)
    if options.lottery:
        _write(options.lottery, json.dumps(held.published, ensure_ascii=False, indent=1))
    drawn = [] if options.seed is None else lotteries.draw_panel(held, options.seed).panel
    answer = {
        "panel": sorted([*drawn, *stay]) if drawn else [],
        "probabilities": held.chances,
        "lowest": held.lowest,
        "highest": held.highest,
        "bound": held.bound,
        "seed": _seed(options.seed),
        "fairness": held.fairness,
        "left_out": list(held.left_out),
        "input_sha256": task.sha256,
        "lottery_sha256": held.sha256,
        "engine_version": lotteries.VERSION,
    }
    return answer | ({"accepted": stay} if stay else {})


def _seed(seed: str | None) -> str | int | None:
    """The seed as it was typed; a plain whole number as one, which is the same seed."""
    return int(seed) if seed is not None and seed.isascii() and _is_plain(seed) else seed


def _is_plain(seed: str) -> bool:
    return seed.isdigit() and len(seed) < 16 and (seed == "0" or seed[0] != "0")


def _task(options: argparse.Namespace) -> Any:
    from alongside.engines.lotteries import Task
    from alongside.engines.lotteries.tables import people_from, quotas_from

    quotas = quotas_from(_read(options.quotas), file=options.quotas.name)
    people = people_from(
        _read(options.pool),
        quotas,
        id_column=options.id,
        household=options.household,
        file=options.pool.name,
    )
    return Task.of(
        people,
        quotas,
        size=options.size,
        per_household=options.per_household,
        fairness=options.fairness,
    )


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandRefused(f"{file} can't be read: {error.strerror}.") from error


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandRefused(f"{file} can't be written: {error.strerror}.") from error


def _ids(file: Path | None) -> list[str]:
    if file is None:
        return []
    lines = _read(file).decode("utf-8-sig", errors="replace").splitlines()
    return sorted({line.strip() for line in lines if line.strip()})


def _told(answer: dict[str, Any]) -> str:
    lines = [
        f"Input    {answer['input_sha256']}",
        f"Lottery  {answer['lottery_sha256']}",
        f"Chances  {len(answer['probabilities'])} people, {answer['fairness']}: "
        f"the lowest {answer['lowest']:.4%}, the highest {answer['highest']:.4%}",
        f"Proof    in no lottery is the lowest above {answer['bound']:.4%}",
    ]
    if out := answer["left_out"]:
        lines.append(f"No panel can hold {len(out)}: {', '.join(out)}")
    if not answer["panel"]:
        return "\n".join(
            [*lines, "Nobody is drawn without a seed. Publish the input's hash first."]
        )
    return "\n".join([*lines, f"Seed     {answer['seed']}", "Panel", *answer["panel"]])
