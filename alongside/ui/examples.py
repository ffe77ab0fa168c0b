"""An invented form for the gallery and the tests: one field of each kind."""

from django import forms

from alongside.ui.forms import DayField, HintedRadios

OFTEN = [
    ("0", "Nowhere"),
    ("1", "Once or twice"),
    ("2", "In pockets"),
    ("3", "Often"),
    ("4", "It is how we work"),
    ("dk", "I don't know"),
    ("na", "Not our role"),
]


class AnswerForm(forms.Form):
    """Every kind of question once."""

    name = forms.CharField(
        label="Your name",
        help_text="As you like to be called.",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Enter your name"},
    )
    service = forms.ChoiceField(
        label="Which service?", choices=[("care", "Home care"), ("parks", "Parks and play")]
    )
    often = forms.ChoiceField(
        label="How often do residents and staff plan this service together?",
        choices=OFTEN,
        widget=HintedRadios(hints={"2": "In some teams or places, not in all."}),
        error_messages={"required": "Select how often, or that you don't know"},
    )
    groups = forms.MultipleChoiceField(
        label="Who takes part?",
        help_text="Select all that are right.",
        choices=[("staff", "Front-line staff"), ("resident", "Residents")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    story = forms.CharField(
        label="What happened?",
        help_text="Leave names out.",
        widget=forms.Textarea,
        error_messages={"required": "Tell us what happened"},
    )
    day = DayField(label="When was it?", help_text="For example, 4 11 2026.", required=False)
    paper = forms.FileField(label="A picture or paper", required=False)
    agree = forms.BooleanField(label="You may ring me about this", required=False)


def fresh() -> AnswerForm:
    """The form before anybody typed; its ids differ from the form of the gallery."""
    return AnswerForm(prefix="single")


def answered_wrongly(prefix: str = "summary") -> AnswerForm:
    """The form sent back: a name is missing, a date is no date, hostile words are kept."""
    typed = {
        "service": "care",
        "story": "<script>alert('you & me')</script>",
        "day_0": "31",
        "day_1": "2",
        "day_2": "2026",
    }
    return AnswerForm({f"{prefix}-{name}": value for name, value in typed.items()}, prefix=prefix)
