"""Start a PostgreSQL of our own for one command: python -m tests.postgres COMMAND ...

It lies in a temporary folder, listens on a free port of this machine only, forgets to be careful
about its disk, and is stopped by its own process id. As root it runs as an unprivileged user,
because PostgreSQL refuses root.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

STARTING_SECONDS = 60
MISSING = (
    "The tests need PostgreSQL's own programs (initdb, postgres): install the package "
    "postgresql, or set PG_BIN to the folder that holds them."
)
CARELESS = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60",
    "shared_buffers=64MB", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off",
)  # fmt: skip


class NoPostgresError(Exception):
    """There is no PostgreSQL here, and none could be installed."""


def find_programs() -> Path:
    """Return the folder that holds initdb and postgres; install Debian's package as root."""
    if (found := _present()) is not None:
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's PostgreSQL for the tests.", file=sys.stderr)
        for words in (["update"], ["install", "-y", "--no-install-recommends", "postgresql"]):
            subprocess.run(["apt-get", *words], check=False, stdout=sys.stderr)
        if (found := _present()) is not None:
            return found
    raise NoPostgresError(MISSING)


def _present() -> Path | None:
    folders = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else []
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(versions, key=lambda path: path.parent.name, reverse=True)
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    folders += [Path("/opt/homebrew/opt/postgresql/bin"), Path("/usr/local/pgsql/bin")]
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


def _unprivileged() -> dict[str, object]:
    """What `subprocess` needs to run as somebody who isn't root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoPostgresError("PostgreSQL refuses to run as root, and there is no other user here.")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_postgres() -> Iterator[str]:
    """Yield the address of an empty database, and take everything away afterwards."""
    programs = find_programs()
    somebody = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="alongside-pg-", dir="/tmp"))
    if "user" in somebody:
        os.chown(folder, int(str(somebody["user"])), int(str(somebody["group"])))
    password = secrets.token_hex(16)
    try:
        _make_cluster(programs, folder, password, somebody)
        port = free_port()
        server = _start(programs, folder, port, somebody)
        try:
            _await(server, port, folder)
            yield f"postgres://alongside:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # fast: ends sessions, then itself
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(programs: Path, folder: Path, password: str, somebody: dict[str, object]) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if "user" in somebody:
        os.chown(secret, int(str(somebody["user"])), -1)
    subprocess.run(
        [programs / "initdb", "-D", folder / "cluster", "-U", "alongside", "-A", "scram-sha-256",
         "--pwfile", secret, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        check=True, stdout=subprocess.DEVNULL, cwd=folder, **somebody,  # type: ignore[call-overload]
    )  # fmt: skip
    secret.unlink()


def _start(
    programs: Path, folder: Path, port: int, somebody: dict[str, object]
) -> subprocess.Popen[bytes]:
    settings = [part for setting in CARELESS for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            [programs / "postgres", "-D", folder / "cluster", "-k", folder, "-h", "127.0.0.1",
             "-p", str(port), *settings],
            stdout=log, stderr=log, cwd=folder, **somebody,
        )  # fmt: skip


def _await(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    deadline = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if "ready to accept connections" in (folder / "log").read_text():
            return
        time.sleep(0.1)
    raise NoPostgresError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")


def main(command: Sequence[str]) -> int:
    """Run the command with DATABASE_URL set, and return its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped too
    try:
        with running_postgres() as address:
            return subprocess.run(
                list(command), check=False, env={**os.environ, "DATABASE_URL": address}
            ).returncode
    except NoPostgresError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
