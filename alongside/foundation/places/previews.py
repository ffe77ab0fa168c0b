"""A sentence for each word of the vocabulary, so that a choice can be heard before it is made."""

from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words, fill


def preview(key: str, words: Words) -> str:
    """Return a sentence as it would read with these words."""
    return fill(_sentences()[key], words)


def name_of_term(key: str) -> str:
    """Return what a term is about, for whoever chooses a word for it."""
    return _names()[key]


def _sentences() -> dict[str, str]:
    together = _("{%(co)s_name}: when {resident_plural} and {staff_short} {%(co)s_verb}.")
    step = _('In the workspace: "{%(step)s_name}". For {resident_plural}: "{%(step)s_public}".')
    return {
        "co_production": _(
            "This is how {co_production_noun} looks here: the {co_production_adjective} way."
        ),
        "star": _("See our {star_name}."),
        "partnership": _("One {partnership_singular} learns from other {partnership_plural}."),
        "service": _("Which {service_singular} do you know? Choose up to three {service_plural}."),
        "resident": _("{resident_plural_start} answer first; each {resident_singular} counts."),
        "councillor": _("{councillor_plural_start} see it more often; one {councillor_singular}…"),
        "manager": _("{manager_plural_start} answer too; each {manager_singular} counts."),
        "staff": _(
            "{staff_plural_start} answer in two minutes. A {staff_singular} sees no colleague's "
            "answers, and no other {staff_short} see theirs."
        ),
        **{co: together % {"co": co} for co in ("commission", "design", "deliver", "assess")},
        **{s: step % {"step": s} for s in ("map", "focus", "people", "market", "grow")},
        "round": _("Open {round_this_year}. A {round_singular} lasts four weeks; {round_plural}…"),
        "way": _("Which {way_plural} are in use? Add a {way_singular}."),
        "activity": _("12 {activity_plural} are happening. This {activity_singular} is new."),
        "charter": _("We wrote down {charter_name}."),
        "capabilities": _("Tell us: {capabilities_name}."),
        "assets": _("Look at {assets_name}."),
        "quick_win": _("{quick_win_plural_start} come first. This is a {quick_win_singular}."),
        "major_project": _("We plan {major_project_plural}. This is a {major_project_singular}."),
        "fill_in": _("{fill_in_plural_start} can wait. This is a {fill_in_singular}."),
        "not_now": _("Much effort, little impact: {not_now_name}."),
    }


def _names() -> dict[str, str]:
    return {
        "co_production": _("This way of working"),
        "star": _("The picture"),
        "partnership": _("Your partnership"),
        "service": _("A service"),
        "resident": _("People a service is for"),
        "councillor": _("Elected members"),
        "manager": _("Managers"),
        "staff": _("People who work with the public"),
        "commission": _("Deciding together"),
        "design": _("Designing together"),
        "deliver": _("Doing together"),
        "assess": _("Checking together"),
        "map": _("Step 1"),
        "focus": _("Step 2"),
        "people": _("Step 3"),
        "market": _("Step 4"),
        "grow": _("Step 5"),
        "round": _("One run of the questions"),
        "way": _("A way of working"),
        "activity": _("An activity"),
        "charter": _("A written agreement"),
        "capabilities": _("What people bring"),
        "assets": _("What a place has"),
        "quick_win": _("High impact, low effort"),
        "major_project": _("High impact, high effort"),
        "fill_in": _("Low impact, low effort"),
        "not_now": _("Low impact, high effort"),
    }
