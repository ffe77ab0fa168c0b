"""A collection as a paper: contents, introduction, one chapter a case (`files.papers`)."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.files.papers import (
    Paper,
    Part,
    contents,
    heading,
    paragraph,
    points,
    table,
)
from alongside.foundation.places.vocabulary import Words, default_words
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.panels import practice_rows
from alongside.learning.case_studies.models import Collection, PublishedCase
from alongside.learning.case_studies.panels.told import byline, facts, sections, split


def booklet_paper(
    collection: Collection, cases: list[Practice], told: Mapping[int, PublishedCase]
) -> Paper:
    """Return a collection as it is printed and bound."""
    words = default_words()
    parts = [contents(_("Contents")), heading(_("About this booklet"))]
    parts += [paragraph(one) for one in split(collection.introduction)]
    for case in cases:
        parts += _chapter(case, told.get(case.pk), words)
    counted = ngettext("%(n)s case", "%(n)s cases", len(cases)) % {"n": len(cases)}
    return Paper(
        title=collection.title,
        language="en",
        facts=[collection.place.name, counted, date_format(timezone.localdate())],
        parts=parts,
        note=_("A case is an example, not proof that it works. The latest version is at %(where)s")
        % {"where": _address(collection)},
    )


def _address(collection: Collection) -> str:
    path = reverse("cases:collection", args=[collection.place.slug, collection.slug])
    return f"{settings.BASE_URL}{path}"


def _chapter(case: Practice, told: PublishedCase | None, words: Words) -> Iterator[Part]:
    yield heading(case.title, is_new_page=True)
    if told is None:
        yield paragraph(case.what_happens)
        yield table(_("In brief"), [_("About"), _("Answer")], _pairs(practice_rows(case, words)))
        return
    yield paragraph(" · ".join([told.partnership.name, *byline(told, updated_on=told.updated_on)]))
    if told.partnership.is_example:
        yield paragraph(_("An invented example."))
    yield table(
        _("In brief"), [_("About"), _("Answer")], _pairs(facts(told, told.partnership, words))
    )
    for section in sections(told):
        yield heading(section.heading, level=3)
        if section.tags:
            yield points(section.tags)
        if section.rows:
            yield table(_("What was counted"), section.head, section.rows)
        for one in section.paragraphs:
            yield paragraph(one)


def _pairs(rows: list[dict[str, str]]) -> list[list[str]]:
    return [[str(row["key"]), str(row["value"])] for row in rows]
