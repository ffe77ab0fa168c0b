"""Search: everything that the reader may see, by its words."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone
from alongside.foundation.search.kinds import KINDS
from alongside.foundation.search.queries import LAST_PAGE, find


class SearchForm(forms.Form):
    """All optional; what doesn't fit is passed over, because a link may be old."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("Everything")), *((key, kind.label) for key, kind in KINDS.items())],
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    def asked(self) -> dict[str, str]:
        """Return what was understood."""
        self.is_valid()
        return {key: str(self.cleaned_data.get(key) or "") for key in self.fields}


@require_safe
@open_to_everyone
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET or None)
    asked = form.asked() if form.is_bound else {}
    typed, kind, page = asked.get("q", ""), asked.get("kind", ""), int(asked.get("page") or 1)
    results = find(request.actor, typed, kind=kind, page=page)  # type: ignore[attr-defined]
    context = {
        "form": form,
        "typed": typed,
        "results": results,
        "labels": {key: kind.label for key, kind in KINDS.items()},
        "page": page,
        "before": _address(typed, kind, page - 1) if page > 1 else "",
        "after": _address(typed, kind, page + 1) if results.has_more else "",
    }
    return render(request, "site/search.html", context)


def _address(typed: str, kind: str, page: int) -> str:
    query = QueryDict(mutable=True)
    query.update({"q": typed, "kind": kind, "page": str(page)})
    return f"?{query.urlencode()}"
