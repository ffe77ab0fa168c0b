"""Notes between somebody and their coach, and the end of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import actor_of
from alongside.learning.coaching.actions.pairing import end_pairing, remove_note, write_note
from alongside.learning.coaching.forms.plans import NoteForm
from alongside.learning.coaching.panels import law_told
from alongside.learning.coaching.queries.pairing import notes_for
from alongside.learning.coaching.queries.plans import Held, holder_told, title_of
from alongside.learning.coaching.rules import Standing, can_read_notes
from alongside.learning.coaching.views.plans import at_plan

A_PAGE = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_plan
def notes(request: HttpRequest, held: Held) -> HttpResponse:
    """What the two wrote to each other; to write, and to take back what one wrote oneself."""
    if not can_read_notes(held.standing):
        raise Refusal("not_allowed", _("Notes are between the two alone."))
    by, number = actor_of(request), request.POST.get("remove", "")
    here = redirect("plans:notes", held.plan.public_id)
    if number:
        remove_note(held.plan, number=int(number) if number.isdecimal() else 0, by=by)
        return here
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        write_note(held.plan, **form.cleaned_data, by=by)
        return here
    found = notes_for(held.plan, held.standing, held.coach)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    other = held.coach if held.standing is Standing.HOLDER else holder_told(held.plan)
    context = {
        "plan": held.plan,
        "title": title_of(held.plan),
        "other": other,
        "has_coach": held.coach is not None,
        "page": page,
        "mine": set(by.persons.values()),
        "form": form,
        "law": law_told(),
        "is_first": not page.object_list,
    }
    return render(request, "coaching/notes.html", context, status=422 if form.is_bound else 200)


@require_POST
@at_plan
def end(request: HttpRequest, held: Held) -> HttpResponse:
    """End it with the coach, or with whom one coaches."""
    if not can_read_notes(held.standing):
        raise Refusal("not_allowed", _("Only the two of you can end it here."))
    end_pairing(held.plan, by=actor_of(request))
    messages.success(request, _("It has ended. What the two of you wrote stays as it was."))
    is_holder = held.standing is Standing.HOLDER
    return redirect("plans:plan", held.plan.public_id) if is_holder else redirect("plans:mine")
