"""What makes two sends the same."""

from alongside.foundation.responses.payload import digest_of


def test_the_order_of_keys_does_not_matter():
    assert digest_of({"a": {"x": 1, "y": 2}, "b": []}) == digest_of(
        {"b": [], "a": {"y": 2, "x": 1}}
    )


def test_any_other_content_is_another_digest():
    assert digest_of({"a": "1"}) != digest_of({"a": 1})
    assert digest_of({"word": "é"}) != digest_of({"word": "e"})
