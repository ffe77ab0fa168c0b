"""Ask the site on this machine whether it is ready: for a container's health check."""

import argparse
import json
import os
import urllib.error
import urllib.request
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))


def run(options: argparse.Namespace) -> int:
    """Print what it says; 0 if it is ready."""
    try:
        with ask_site("/readyz", port=options.port) as answer:
            facts = json.load(answer)
    except urllib.error.HTTPError as error:
        facts = {"ready": False, "status": error.code, "said": error.read(2000).decode()}
    except OSError as error:
        facts = {"ready": False, "said": str(error)}
    print(json.dumps(facts))
    return 0 if facts.get("ready") else 1


def ask_site(path: str, *, port: int, host: str = "127.0.0.1") -> Any:
    """Ask as the proxy in front would: otherwise the site sends us away, or to https."""
    name = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip() or "127.0.0.1"
    request = urllib.request.Request(
        f"http://{host}:{port}{path}", headers={"Host": name, "X-Forwarded-Proto": "https"}
    )
    return urllib.request.urlopen(request, timeout=10)  # noqa: S310 - our own address
