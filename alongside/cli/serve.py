"""Serve the site with Granian, and the worker beside it, until one ends or Ctrl-C is pressed.

With ALONGSIDE_MODE=demo (`make run`) it first does whatever is needed for the site to be there:
migrate, collect static files, load the worked example. In production it does none of that by
itself, and says so when the database is behind.
"""

import argparse
import os
import resource
import socket
import sys
import time
import urllib.error

from alongside.cli.children import Children
from alongside.cli.platform import start_platform
from alongside.cli.ready import ask_site
from alongside.cli.refused import CommandRefused

STARTING_SECONDS = 60
# Of one web process. A phone keeps one or two open for as long as it asks where its room stands;
# the server's own default of 512 let no more than a hall of 500 in.
CONNECTIONS = 4096
# So long it may say nothing: phones of a hall of 3,000 ask every 48 seconds at the latest.
IDLE_MILLISECONDS = 60_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many workers."""
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument(
        "--processes",
        type=int,
        default=int(os.environ.get("ALONGSIDE_WEB_PROCESSES", "2")),
        help="web processes, each with four threads (about 120 MB each)",
    )
    parser.add_argument(
        "--web-only", action="store_true", help="don't start a worker: it runs elsewhere"
    )


def run(options: argparse.Namespace) -> int:
    """Prepare where that is ours to do, then serve."""
    _refuse_used_port(options.host, options.port)
    address = f"http://{options.host}:{options.port}"
    if os.environ.get("ALONGSIDE_MODE") == "demo":
        os.environ.setdefault("ALONGSIDE_BASE_URL", address)
    start_platform()
    _allow_open_files(CONNECTIONS + 512)
    _prepare()
    return _serve(options, address)


def _refuse_used_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandRefused(
                f"Can't listen on {host}:{port}: {error.strerror}.\n"
                f"Another program may be using it. Try another: make run PORT={port + 1}"
            ) from error


def _allow_open_files(wanted: int) -> None:
    """Each connection is an open file, and many systems begin with 1,024 of them a process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _prepare() -> None:
    from django.conf import settings

    from alongside.cli.example import load_example
    from alongside.cli.prepare import prepare_database, prepare_static_files
    from alongside.site.health import database_lacks

    if settings.PRODUCTION:
        if lacks := database_lacks():
            raise CommandRefused(f"The database is behind ({lacks[0]}). Run: alongside prepare")
        return
    for line in (*prepare_database(), *prepare_static_files()):
        print(line, flush=True)
    if load_example():
        print("The worked example is loaded.", flush=True)


def _serve(options: argparse.Namespace, address: str) -> int:
    with Children() as children:
        try:
            children.start("web server", web_server(options))
            welcome = _welcome()
            if not _answers(options, children):
                raise CommandRefused("The site did not start; the lines above say why.")
            _greet(address, welcome)
            # After the first answer, so that on a small machine the pages come first.
            if not options.web_only:
                children.start("worker", ["alongside.cli.main", "worker"])
            ended = children.wait()
        except KeyboardInterrupt:
            print("\nStopping.", flush=True)
            return 0
    print(f"The {ended} ended, so everything was stopped.", file=sys.stderr)
    return 1


def _welcome() -> list[str]:
    from django.conf import settings

    from alongside.cli.example import example_sign_ins

    people = [] if settings.PRODUCTION else example_sign_ins()
    return [f"  {email:<32} {password:<24} {role}" for email, password, role in people]


def web_server(options: argparse.Namespace) -> list[str]:
    """Return the words that start the web server alone."""
    return [
        "granian", "--interface", "wsgi", "--host", options.host, "--port", str(options.port),
        "--workers", str(options.processes), "--blocking-threads", "4", "--no-ws",
        "--backpressure", str(CONNECTIONS), "--http1-header-read-timeout", str(IDLE_MILLISECONDS),
        "--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning",
        "alongside.site.wsgi:application",
    ]  # fmt: skip


def _answers(options: argparse.Namespace, children: Children) -> bool:
    """Wait until the site answers; False if it can't be loaded, or a child ended instead."""
    deadline = time.monotonic() + STARTING_SECONDS
    host = options.host.replace("0.0.0.0", "127.0.0.1")  # noqa: S104 - read, not listened on
    while time.monotonic() < deadline and not children.ended():
        try:
            ask_site("/healthz", host=host, port=options.port).close()
        except urllib.error.HTTPError as error:
            return error.code < 500  # 400: it doesn't know the name that we asked it by
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _greet(address: str, welcome: list[str]) -> None:
    print(f"\nAlongside is at {address}/  (Ctrl-C stops it)", flush=True)
    if welcome:
        print("Sign in as one of these invented people:", *welcome, sep="\n", flush=True)
