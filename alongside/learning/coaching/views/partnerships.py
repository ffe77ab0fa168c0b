"""Who of the nation coaches which partnership, and how far the partnerships are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.places.doors import actor_of, in_workspace
from alongside.foundation.places.models import Place
from alongside.learning.coaching.actions.pairing import begin_coaching
from alongside.learning.coaching.forms.courses import AssociateForm
from alongside.learning.coaching.queries.pairing import coaches_in
from alongside.learning.coaching.queries.partnerships import coached_partnerships, partnerships_of
from alongside.learning.coaching.rules import can_arrange_coaching


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("national.see_shared")
def partnerships(request: HttpRequest, place: Place) -> HttpResponse:
    """Each partnership with its associate; and to put one at another's side."""
    by = actor_of(request)
    can_arrange = can_arrange_coaching(by, place)
    if request.method == "POST":
        refuse_unless(can_arrange, _("Only national leads arrange coaching for partnerships."))
    form = AssociateForm(
        request.POST if request.method == "POST" else None,
        coaches=coaches_in(place),
        partnerships=partnerships_of(place),
    )
    if form.is_valid():
        begin_coaching(form.chosen_partnership(), form.chosen(), by=by)
        messages.success(request, _("Both are told."))
        return redirect("coaching:partnerships", place.slug)
    context = {
        "rows": coached_partnerships(place),
        "form": form,
        "can_arrange": can_arrange,
    }
    status = 422 if form.is_bound else 200
    return render(request, "coaching/partnerships.html", context, status=status)
