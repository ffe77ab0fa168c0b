"""A ward is never told with an answer (decision 0024): no table of answers leads to one."""

from django.apps import apps

from alongside.foundation.places.models import Ward

# Whom a councillor speaks for, and where an activity happens.
KNOWS_WARDS = {"members.Membership", "members.Invitation", "initiatives.InitiativeWard"}


def test_only_members_and_activities_know_wards() -> None:
    pointing = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.related_model is Ward
    }
    assert pointing == KNOWS_WARDS


def test_no_other_field_holds_the_name_of_one() -> None:
    named = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.label not in KNOWS_WARDS
        for field in model._meta.concrete_fields
        if "ward" in field.name.split("_")
    }
    assert named == set()
