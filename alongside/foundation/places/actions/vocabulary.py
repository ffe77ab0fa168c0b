"""Writes to a place's own words."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places import rules
from alongside.foundation.places.models import Place, Term
from alongside.foundation.places.vocabulary import default_terms, forget_words

LONGEST_FORM = 60


@transaction.atomic
def choose_term(
    place: Place, *, language: str, key: str, forms: Mapping[str, str], by: Actor
) -> Term:
    """Choose the word that this place uses; every named form must be given."""
    if not rules.can_edit_place(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can change the words used here."))
    expected = default_terms()[key]
    cleaned = {form: " ".join(forms.get(form, "").split()) for form in expected}
    if not all(cleaned.values()) or any(len(text) > LONGEST_FORM for text in cleaned.values()):
        raise Refusal(
            "forms_missing",
            _("Fill in every form of the word, each with at most 60 letters."),
            status=409,
        )
    term, _is_new = Term.objects.in_place(place).update_or_create(
        language=language, key=key, defaults={"place": place, "forms": cleaned}
    )
    forget_words(place)
    record_event("choose_term", term, by=by, place_id=place.pk, fields={"forms"})
    return term


@transaction.atomic
def drop_term(place: Place, *, language: str, key: str, by: Actor) -> None:
    """Go back to the usual word."""
    if not rules.can_edit_place(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can change the words used here."))
    term = Term.objects.in_place(place).filter(language=language, key=key).first()
    if term is not None:
        forget_words(place)
        record_event("drop_term", term, by=by, place_id=place.pk)
        term.delete()
