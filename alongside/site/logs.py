"""Logs: one JSON object a line in production, readable lines elsewhere; each with its request id.

Addresses can carry codes and tokens, so `redact` blanks what follows `/j/` and the like (trust 13).
"""

import logging.config
import re
from typing import Any

import structlog

CODE_IN_ADDRESS = re.compile(r"(/(?:j|answer|invitations|no-reminders)/)[^/\s\"']+")


def redact(_logger: Any, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Blank codes in addresses wherever a log line quotes one."""
    return {
        key: CODE_IN_ADDRESS.sub(r"\1[code]", value) if isinstance(value, str) else value
        for key, value in event.items()
    }


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    redact,
]


def configure(options: dict[str, str]) -> None:
    """Set up logging; called by Django with `settings.LOGGING`."""
    production = options["mode"] == "production"
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if production
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": SHARED,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        renderer,
                    ],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {
                "handlers": ["stderr"],
                "level": options["level"] if production else "WARNING",
            },
        }
    )
