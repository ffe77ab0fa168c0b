"""Components with a person at the other end."""

from alongside.ui.components.declaration import Component, Example

COMPONENTS = (
    Component(
        name="contact_person",
        summary="Who to ask, by name, with telephone number and hours.",
        required=("name",),
        optional={
            "role": None,
            "phone": None,
            "hours": None,
            "email": None,
            "help": True,
            "title": None,
            "level": 2,
        },
        examples=(
            Example(
                "A person",
                '{% ui "contact_person" name="Moira Bain" role="Community link worker" '
                'phone="01234 567 890" hours="weekdays 9 to 5" email="moira@example.org" %}',
            ),
        ),
    ),
    Component(
        name="person_help",
        summary="The same in one line, at the end of a page.",
        required=("phone",),
        optional={"name": None, "hours": None},
        examples=(
            Example(
                "In one line",
                '{% ui "person_help" name="Moira" phone="01234 567 890" hours="weekdays 9 to 5" %}',
            ),
        ),
    ),
)
