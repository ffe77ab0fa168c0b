"""Ask the site on this machine whether it is ready: for a container's health check."""

import argparse
import json
import os
import urllib.error
import urllib.request


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))


def run(options: argparse.Namespace) -> int:
    """Print what it says; 0 if it is ready."""
    hosts = os.environ.get("ALLOWED_HOSTS", "").split(",")
    request = urllib.request.Request(
        f"http://127.0.0.1:{options.port}/readyz",
        # As the proxy in front would say it: otherwise the site sends us to https.
        headers={"Host": hosts[0].strip() or "127.0.0.1", "X-Forwarded-Proto": "https"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            facts = json.load(answer)
    except urllib.error.HTTPError as error:
        facts = {"ready": False, "status": error.code, "said": error.read(2000).decode()}
    except OSError as error:
        facts = {"ready": False, "said": str(error)}
    print(json.dumps(facts))
    return 0 if facts.get("ready") else 1
