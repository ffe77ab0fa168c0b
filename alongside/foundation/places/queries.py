"""Reads for the settings pages, and services and wards for whoever asks which one."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.places.models import CouncilArea, Place, Service, Term, Ward
from alongside.foundation.places.previews import name_of_term, preview
from alongside.foundation.places.vocabulary import default_terms, words_of
from alongside.foundation.prepared.reads import Given, prepared


def services_now(place: Place) -> list[Service]:
    """Return the services that are running, by name."""
    running = Service.objects.in_place(place).filter(ended_on__isnull=True)
    return list(running.select_related("organisation"))


def areas_of(place: Place) -> list[CouncilArea]:
    """Return the council areas that a partnership covers now, by name."""
    covered = place.areas.filter(until_on__isnull=True)
    return list(CouncilArea.objects.filter(pk__in=covered.values("council_area")))


@prepared
def _services_in() -> QuerySet[Service]:
    return Service.objects.in_place(Given("place"))


def services_in(place: Place) -> list[Service]:
    """Return a place's services by name, those that have ended too. One query."""
    return _services_in(place=place.pk)


@prepared
def _wards_in() -> QuerySet[Ward]:
    return Ward.objects.in_place(Given("place")).select_related("council_area")


def wards_of(place: Place) -> list[Ward]:
    """Return the wards on a partnership's list, by name, those that have ended too. One query."""
    return _wards_in(place=place.pk)


def ward_choices(wards: Sequence[Ward], *, but: Sequence[Ward] = ()) -> list[tuple[str, str]]:
    """Return slug and name of the wards to choose from: those standing, and `but` some that ended.

    A name that two council areas have comes with its area.
    """
    offered = [ward for ward in wards if ward.ended_on is None or ward in but]
    names = [ward.name for ward in offered]
    return [(ward.slug, _ward_in_words(ward, names.count(ward.name) > 1)) for ward in offered]


def _ward_in_words(ward: Ward, with_area: bool) -> str:  # noqa: FBT001 - read at its one call
    said = [str(ward.council_area)] if with_area and ward.council_area else []
    if ward.ended_on:
        said.append(_("until %(day)s") % {"day": date_format(ward.ended_on)})
    return f"{ward.name} ({', '.join(said)})" if said else ward.name


def terms_of(place: Place, language: str = "en-gb") -> list[dict[str, object]]:
    """Return every word with what it is about, as it is used here, and whether it was chosen."""
    words = words_of(place, language)
    chosen = set(
        Term.objects.in_place(place).filter(language=language).values_list("key", flat=True)
    )
    return [
        {
            "key": key,
            "about": name_of_term(key),
            "forms": [words[f"{key}_{form}"] for form in forms],
            "preview": preview(key, words),
            "is_chosen": key in chosen,
        }
        for key, forms in default_terms().items()
    ]


def forms_of(place: Place, key: str, language: str = "en-gb") -> Mapping[str, str]:
    """Return the forms of one word as they are used here."""
    words = words_of(place, language)
    return {form: words[f"{key}_{form}"] for form in default_terms()[key]}


def with_forms(place: Place, key: str, forms: Mapping[str, str]) -> Mapping[str, str]:
    """Return the place's words as they would be with other forms of one word."""
    tried = {f"{key}_{form}": text for form, text in forms.items()}
    starts = {f"{name}_start": text[:1].upper() + text[1:] for name, text in tried.items()}
    return {**words_of(place), **starts, **tried}
