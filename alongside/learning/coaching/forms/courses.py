"""What those who run courses type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.wording import when_told
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.ui.forms import HintedCheckboxes


class CourseForm(forms.Form):
    """A course: what is learned, and for whom."""

    title = forms.CharField(
        label=_("What is the course called?"),
        max_length=140,
        error_messages={"required": _("Give it a name.")},
    )
    what = forms.CharField(
        label=_("What do people learn, and what do they take home?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what people learn.")},
    )
    for_whom = forms.CharField(
        label=_("For whom is it?"),
        required=False,
        max_length=300,
        help_text=_("For example: people who run a service, and people who use it, together"),
    )


class CohortForm(forms.Form):
    """Those who take a course together."""

    name = forms.CharField(
        label=_("What is this cohort called?"),
        max_length=80,
        help_text=_("For example: Spring 2027, Aberdeen"),
        error_messages={"required": _("Give it a name.")},
    )


class DaysForm(forms.Form):
    """The days on which a cohort meets."""

    days = forms.MultipleChoiceField(
        label=_("On which days does it meet?"),
        widget=HintedCheckboxes,
        help_text=_("The last one counts: people look back 6 weeks, 3 and 6 months after it."),
        error_messages={"required": _("Choose at least one day.")},
    )

    def __init__(self, *args: Any, gatherings: list[Gathering], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gatherings = {str(one.public_id): one for one in gatherings}
        field = self.fields["days"]
        field.choices = [(key, one.title) for key, one in self._gatherings.items()]  # type: ignore[attr-defined]
        field.widget.hints = {key: when_told(one) for key, one in self._gatherings.items()}

    def chosen(self) -> list[Gathering]:
        """Return the gatherings that were ticked."""
        return [self._gatherings[key] for key in self.cleaned_data["days"]]


class CoachForm(forms.Form):
    """Who coaches somebody."""

    coach = forms.ChoiceField(
        label=_("Who coaches?"), error_messages={"required": _("Choose somebody.")}
    )

    def __init__(self, *args: Any, coaches: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._coaches = {str(one.public_id): one for one in coaches}
        self.fields["coach"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose somebody")),
            *((key, str(one)) for key, one in self._coaches.items()),
        ]

    def chosen(self) -> Person:
        """Return who was chosen."""
        return self._coaches[self.cleaned_data["coach"]]


class AssociateForm(CoachForm):
    """Who of the nation coaches which partnership."""

    partnership = forms.ChoiceField(
        label=_("Which partnership?"), error_messages={"required": _("Choose a partnership.")}
    )
    field_order = ("partnership", "coach")

    def __init__(self, *args: Any, partnerships: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._partnerships = {one.slug: one for one in partnerships}
        self.fields["partnership"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose a partnership")),
            *((one.slug, one.name) for one in partnerships),
        ]

    def chosen_partnership(self) -> Place:
        """Return which partnership was chosen."""
        return self._partnerships[self.cleaned_data["partnership"]]
