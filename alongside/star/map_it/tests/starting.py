"""What somebody types on the hour's path, for the tests that walk it."""

from alongside.star.map_it.actions.start import Beginning

PAGES = {
    "partnership": {"name": "Upper Nith Partnership", "slug": ""},
    "people": {
        "lead_name": "Cara Bell",
        "lead_group": "manager",
        "contact_name": "Moira Bain",
        "contact_phone": "01234 567 890",
        "contact_hours": "weekdays 9 to 5",
    },
    "services": {"services": ["home-care", "housing"], "own_1": "Men's shed", "own_2": ""},
    "promise": {
        "what_can_change": "What we try next.",
        "who_decides": "The room, today.",
        "help_languages": "request",
        "help_bsl": "request",
        "help_easy_read": "no",
        "help_audio": "no",
        "help_large_print": "request",
        "help_note": "Ring us.",
    },
}


def beginning(**changes) -> Beginning:
    people, promise = PAGES["people"], PAGES["promise"]
    told = {
        "name": "Upper Nith Partnership",
        "slug": "upper-nith",
        **people,
        "starter_keys": ("home-care", "housing"),
        "own_services": ("Men's shed",),
        "what_can_change": promise["what_can_change"],
        "who_decides": promise["who_decides"],
        "help_offered": {
            k: v for k, v in promise.items() if k.startswith("help_") and k != "help_note"
        },
        "help_note": promise["help_note"],
    }
    return Beginning(**{**told, **changes})
