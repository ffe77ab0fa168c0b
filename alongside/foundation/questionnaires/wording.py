"""Texts of a questionnaire in the language of the page."""

from django.utils.translation import get_language

from alongside.engines.questions.contents import Text, words_in


def spoken(text: Text) -> str:
    """Return a text of a questionnaire in the language of the page, as far as it has it."""
    language = get_language() or ""
    found = text.get(language) or text.get(language.partition("-")[0])
    return found or words_in(text, language)
