"""What must always hold of matrices and their figures (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from alongside.foundation.disclosure.actions import fingerprint
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.figures import matrix_figures
from alongside.star.focus_it.queries.releases import figures_by_turn
from alongside.star.focus_it.queries.rows import load_rows


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about matrices that must be true."""
    return {
        "Every matrix can be made again from its ratings": figures_that_differ,
        "What was revealed is numbered by its turn": turns_left_out,
        "Ratings are of the activity that their sheet belongs to": ratings_elsewhere,
    }


def figures_that_differ() -> Iterator[str]:
    """Releases whose ratings are unchanged, and which come out differently now."""
    for matrix in _all_matrices():
        releases = figures_by_turn(matrix)
        for at, release in enumerate(releases):
            turn = release.bundle["turn"]
            rows = load_rows(matrix, turn=turn, line=release.bundle["line"])
            if rows.digest == release.inputs_hash:
                earlier = [one.bundle for one in releases[:at]]
                if fingerprint(matrix_figures(rows, turn=turn, earlier=earlier)) != release.digest:
                    yield f"{matrix.place.slug}/{matrix.slug}, turn {turn}"


def turns_left_out() -> Iterator[str]:
    """Releases whose number isn't their turn."""
    for matrix in _all_matrices():
        for release in figures_by_turn(matrix):
            if release.number != release.bundle["turn"]:
                yield f"{matrix.place.slug}/{matrix.slug}, release {release.number}"


def ratings_elsewhere() -> Iterator[str]:
    """Ratings on a sheet of another activity."""
    ratings = Rating.objects.unscoped(reason="a check of all places")
    for matrix in _all_matrices():
        wrong = ratings.filter(item__matrix=matrix).exclude(response__activity=matrix.activity_id)
        for number in wrong.values_list("pk", flat=True):
            yield f"rating {number} of matrix {matrix.pk}"


def _all_matrices() -> Iterable[Matrix]:
    matrices = Matrix.objects.unscoped(reason="a check of all places")
    return matrices.select_related("place", "room").order_by("pk")
