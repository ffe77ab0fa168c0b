"""What must always hold of discussions (`alongside check`)."""

from collections.abc import Callable, Iterable

from alongside.foundation.discussions.models import Comment


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about comments that must be true."""
    return {
        "A comment that was taken back holds no words": words_taken_back,
        "Every comment that was removed has its reason": removed_without_reason,
    }


def words_taken_back() -> list[str]:
    """Return comments whose words outlived them."""
    everywhere = Comment.objects.unscoped(reason="a check of all places")
    wrong = everywhere.filter(state=Comment.State.TAKEN_BACK).exclude(text="")
    return [f"comment {pk}" for pk in wrong.values_list("pk", flat=True)]


def removed_without_reason() -> list[str]:
    """Return comments that were removed, and nobody said why."""
    everywhere = Comment.objects.unscoped(reason="a check of all places")
    removed = (Comment.State.REMOVED, Comment.State.APPEALED, Comment.State.UPHELD)
    wrong = everywhere.filter(state__in=removed, reason="")
    return [f"comment {pk}" for pk in wrong.values_list("pk", flat=True)]
