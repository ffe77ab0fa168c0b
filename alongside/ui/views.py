"""Pages of the design system itself."""

from types import SimpleNamespace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.ui.gallery import entries


def _shell() -> SimpleNamespace:
    def link(text: str, url: str, *, current: bool = False) -> SimpleNamespace:
        return SimpleNamespace(text=text, url=url, current=current)

    return SimpleNamespace(
        place_name="Strathmuir Partnership",
        place_url="#place",
        links=[
            link("Take part", "#take-part"),
            link("Workspace", "#workspace", current=True),
            link("Learn", "#learn"),
        ],
        account_links=[link("My part", "#me")],
        notice="An invented example: these people, places and figures do not exist.",
        footer_links=[link("Privacy", "#privacy"), link("Accessibility", "#accessibility")],
    )


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples; `?words=hostile` tries them with hostile words."""
    hostile = request.GET.get("words") == "hostile"
    shown = list(entries(request, hostile=hostile))
    context = {"entries": shown, "hostile": hostile, "shell": _shell()}
    return render(request, "ui/gallery.html", context)
