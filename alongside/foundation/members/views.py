"""Pages of members."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.members.roles import NEVER, PERMISSIONS, ROLES
from alongside.foundation.places.doors import open_to_everyone


@require_safe
@open_to_everyone
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what, from the table that enforces it."""
    head = [_("What it allows"), *(role.name for role in ROLES.values())]
    rows = [
        [
            permission.words,
            *(_("yes") if key in role.permissions else "–" for role in ROLES.values()),
        ]
        for key, permission in PERMISSIONS.items()
    ]
    context = {"roles": ROLES.values(), "head": head, "rows": rows, "never": NEVER}
    return render(request, "members/roles.html", context)
