"""Inside the web process: SQL queries and CPU time of each page, through the WSGI application.

Run by `pages` with an installation's settings; reads pages and cookie from its arguments.
CPU is this process's own: what PostgreSQL uses in its processes is not in it.
"""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from alongside.site.wsgi import application

WARM_UP = 10
REQUESTS = 100


def main(pages: dict[str, str], cookie: str) -> None:
    found = {name: _measure(path, cookie) for name, path in pages.items()}
    print(json.dumps({"pages": found, "yardstick_ms": _yardstick()}))


def _yardstick() -> float:
    """How long this core takes for a fixed piece of work now: other machines can be set beside it."""
    times = []
    for _ in range(20):
        began = time.process_time()
        sorted(str(number * 7919 % 10007) for number in range(20_000))
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def _measure(path: str, cookie: str) -> dict[str, float]:
    for _ in range(WARM_UP):
        size = _request(path, cookie)
    queries: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        _request(path, cookie)
    times = []
    for _ in range(REQUESTS):
        began = time.process_time()
        _request(path, cookie)
        times.append((time.process_time() - began) * 1000)
    return {"queries": len(queries), "cpu_ms": statistics.median(times), "bytes": size}


def _request(path: str, cookie: str) -> int:
    answer: dict[str, Any] = {}
    address, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": f"sessionid={cookie}",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    body = application(environ, lambda status, _headers: answer.update(status=status))
    size = sum(len(part) for part in body)
    body.close()
    if not answer["status"].startswith("200"):
        raise SystemExit(f"{path}: {answer['status']}")
    return size


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2])
