import pytest

from alongside.engines.disclosure import Dimension, DisclosureError, Merge

from .tables import DECIDE, GROUPS


def test_a_merge_stands_where_its_first_member_stood():
    dimension = Dimension("group", ("resident", *GROUPS[:3]), (DECIDE,))
    assert dimension.released_members([DECIDE]) == ("resident", "decide", "staff")
    assert dimension.released_members([]) == ("resident", "elected", "manager", "staff")


@pytest.mark.parametrize(
    ("members", "merges", "code"),
    [
        ((), (), "no_members"),
        (("a", "a"), (), "name_used_twice"),
        (("a", "*"), (), "name_used_twice"),
        (("a", "b"), (Merge("a", ("a", "b")),), "name_used_twice"),
        (("a", "b"), (Merge("*", ("a", "b")),), "name_used_twice"),
        (("a", "b"), (Merge("both", ("a", "c")),), "unknown_member"),
        (("a", "b"), (Merge("one", ("a",)),), "merge_needs_two"),
        (("a", "b"), (Merge("one", ("a", "a", "b")),), "merge_needs_two"),
    ],
)
def test_a_dimension_that_would_be_ambiguous_is_refused(members, merges, code):
    with pytest.raises(DisclosureError) as refused:
        Dimension("group", members, merges)
    assert refused.value.code == code
