"""From a reading of a release to the picture and the table that says the same."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.drawing import Dot, Mark, MatrixPicture
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.cells import DECIDE, GROUPS
from alongside.star.focus_it.queries.readings import (
    EFFORT,
    IMPACT,
    Agreement,
    Field,
    ItemReading,
)
from alongside.star.focus_it.queries.telling import (
    FIELD_WORDS,
    Asked,
    agreement_words,
    field_name,
    group_names,
    value,
)
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import CO_KEYS, Shape
from alongside.star.framework.twin import Table


def matrix_picture(
    matrix: Matrix,
    items: Sequence[ItemReading],
    criteria: Sequence[Asked],
    words: Words,
    *,
    groups: Sequence[str] = (),
) -> MatrixPicture:
    """Return the picture of what is shown, with where these groups see it."""
    names = {criterion.key: criterion.name for criterion in criteria}
    quick, major, fill_in, not_now = (words[key] for key in FIELD_WORDS.values())
    commission, design, deliver, assess = (words[f"{co}_name"] for co in CO_KEYS)
    return MatrixPicture(
        title=matrix.title,
        dots=tuple(_dot(item, groups, words) for item in items if item.spot() is not None),
        fields=(quick, major, fill_in, not_now),
        axes=(names[EFFORT].lower(), names[IMPACT].lower()),
        cos=(commission, design, deliver, assess),
        description=" ".join(field_sentences(items, words)),
        line=items[0].line if items else 3.0,
    )


def _dot(item: ItemReading, groups: Sequence[str], words: Words) -> Dot:
    effort, impact = item.of(EFFORT), item.of(IMPACT)
    assert effort is not None  # it has a spot
    assert impact is not None
    return Dot(
        number=item.number,
        title=item.item.title,
        co=item.item.initiative.co,
        at=(effort.mean, impact.mean),
        spread=(effort.spread, impact.spread),
        is_divided=Agreement.DIVIDED in {effort.agreement, impact.agreement},
        marks=tuple(
            _mark(group, spot, words) for group in groups if (spot := item.spot(group)) is not None
        ),
    )


def _mark(group: str, spot: tuple[float, float], words: Words) -> Mark:
    name = group_names(words)[group]
    if group == DECIDE:
        return Mark(group, name, _("D"), Shape.PENTAGON, solid=False, at=spot)
    told = load_instrument().group(group)
    return Mark(group, name, told.text("letter"), told.shape, told.solid, spot)


def shown_groups(items: Sequence[ItemReading]) -> list[str]:
    """Return the groups that have a place in the picture for any item."""
    return [
        group for group in (*GROUPS[:2], DECIDE, *GROUPS[2:])
        if any(item.spot(group) is not None for item in items)
    ]  # fmt: skip


def by_field(items: Sequence[ItemReading]) -> list[tuple[Field, list[ItemReading]]]:
    """Return the items by field, in the order of the method; fields without any are left out."""
    found = [(field, [item for item in items if item.field is field]) for field in Field]
    return [(field, inside) for field, inside in found if inside]


def field_sentences(items: Sequence[ItemReading], words: Words) -> list[str]:
    """Say which items lie in which field."""
    return [
        _("%(field)s: %(items)s.")
        % {
            "field": field_name(field, words),
            "items": "; ".join(f"{item.number} {item.item.title}" for item in inside),
        }
        for field, inside in by_field(items)
    ]


def matrix_table(
    matrix: Matrix, items: Sequence[ItemReading], criteria: Sequence[Asked], words: Words
) -> Table:
    """Return the table twin of the picture."""
    headers = (
        _("Number"),
        words["activity_singular_start"],
        _("Field"),
        *(criterion.name for criterion in criteria),
        _("Do people agree?"),
        _("Rated by"),
    )
    rows = tuple(
        (
            str(item.number),
            item.item.title,
            field_name(item.field, words),
            *(value(item.of(criterion.key)) for criterion in criteria),
            agreement_words(item, criteria),
            _rated_by(item),
        )
        for item in items
    )
    return Table(matrix.title, headers, rows)


def _rated_by(item: ItemReading) -> str:
    impact = item.of(IMPACT)
    return _("not shown") if impact is None else str(impact.people)
