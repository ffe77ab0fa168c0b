"""Reads for the settings pages."""

from collections.abc import Mapping

from alongside.foundation.places.models import Place, Service, Term
from alongside.foundation.places.previews import name_of_term, preview
from alongside.foundation.places.vocabulary import default_terms, words_of


def services_now(place: Place) -> list[Service]:
    """Return the services that are running, by name."""
    running = Service.objects.in_place(place).filter(ended_on__isnull=True)
    return list(running.select_related("organisation"))


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
