"""Ways to write down answers in tests."""

import random

from hypothesis import strategies as st

from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE
from alongside.engines.perceptions.tests.slow import Row

GROUPS = ["elected", "manager", "staff", "resident"]


def one_service(co: str = "do", service: str = "parks", **codes: list[int]) -> list[Row]:
    """Answers on one service: a list of codes for each group."""
    return [
        (f"{group}{at}", group, service, co, code)
        for group, some in codes.items()
        for at, code in enumerate(some)
    ]


def a_round(people: int, services: int, cos: int, *, seed: int = 0) -> list[Row]:
    """A whole round: each person answers on every service and Co, some of it with no opinion."""
    drawn = random.Random(seed)
    return [
        (
            f"p{person}",
            GROUPS[person % 4],
            f"s{service}",
            f"c{co}",
            drawn.choice([0, 1, 1, 2, 2, 2, 3, 3, 4, DONT_KNOW, NOT_OUR_ROLE]),
        )
        for person in range(people)
        for service in range(services)
        for co in range(cos)
    ]


codes = st.integers(NOT_OUR_ROLE, 4)
questions = st.tuples(
    st.sampled_from(["ann", "bo", "cara", "dev", "eve", "fay"]),
    st.sampled_from(["manager", "resident"]),
    st.sampled_from(["care", "parks", "roads"]),
    st.just("do"),
)
rounds = st.dictionaries(questions, codes, max_size=30).map(
    lambda answers: [(*question, code) for question, code in answers.items()]
)
"""Any small round about one Co, each question answered at most once."""
