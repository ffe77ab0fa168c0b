"""Settings: a partnership's own words."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.places.actions import choose_term, drop_term
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.forms import TermForm
from alongside.foundation.places.models import Place
from alongside.foundation.places.previews import name_of_term, preview
from alongside.foundation.places.queries import forms_of, terms_of, with_forms
from alongside.foundation.places.vocabulary import default_terms

LANGUAGE = "en-gb"


@require_safe
@in_workspace("place.edit")
def words(request: HttpRequest, place: Place) -> HttpResponse:
    """Every word that may be chosen, as it is used here."""
    return render(request, "places/words.html", {"terms": terms_of(place)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def word(request: HttpRequest, place: Place, *, key: str) -> HttpResponse:
    """Choose a word: hear it in a sentence first, then keep it, or go back to the usual one."""
    if key not in default_terms():
        raise Http404
    if "usual" in request.POST:
        drop_term(place, language=LANGUAGE, key=key, by=request.actor)  # type: ignore[attr-defined]
        return _saved(request, place)
    now = forms_of(place, key)
    form = TermForm(request.POST or None, forms_now=now)
    tried = now
    if form.is_valid():
        tried = form.cleaned_data
        if "keep" in request.POST:
            choose_term(place, language=LANGUAGE, key=key, forms=tried, by=request.actor)  # type: ignore[attr-defined]
            return _saved(request, place)
    context = {
        "form": form,
        "about": name_of_term(key),
        "sentence": preview(key, with_forms(place, key, tried)),
        "usual": ", ".join(default_terms()[key].values()),
    }
    return render(request, "places/word.html", context)


def _saved(request: HttpRequest, place: Place) -> HttpResponse:
    messages.success(request, _("Saved. Every page uses it from now on."))
    return redirect("places:words", place=place.slug)
