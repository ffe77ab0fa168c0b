"""Send a file to whoever asked for it: always as a download, never shown inside the site (trust 45)."""

from django.http import HttpResponse

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "png": "image/png",
}


def as_download(content: bytes, *, name: str) -> HttpResponse:
    """Return the file as a download under that name; its kind is told from the ending."""
    kind = KINDS[name.rpartition(".")[2]]
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
