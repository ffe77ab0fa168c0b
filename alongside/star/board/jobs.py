"""Background work of the board."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.files.papers import paper_pdf
from alongside.star.board.actions import keep_pack
from alongside.star.board.queries.pack import paper_of


def make_pack(context: Any) -> None:
    """Put a pack together, print it and keep it."""
    paper = paper_of(context.place, report=context.report)
    context.report(60, _("Laying out the pages"))
    pdf = paper_pdf(paper)
    context.report(95, _("Keeping it"))
    with context.finish() as end:
        pack = keep_pack(context.place, paper, pdf, by=context.by)
        end.result_url = reverse("board:pack", args=[context.place.slug, pack.public_id])
