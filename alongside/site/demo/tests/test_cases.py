"""One case is told in full and marked as invented; another is being written; one collection."""

from django.test import Client

from alongside.foundation.places.models import Place
from alongside.learning.case_studies.models import CaseStudy, Collection


def test_one_case_is_public_and_says_that_it_is_invented(strathmuir: Place) -> None:
    states = CaseStudy.objects.in_place(strathmuir).values_list("state", flat=True)
    assert sorted(states) == ["draft", "published"]
    page = Client().get("/learn/cases/caldonia/ferrylea-library-kept-open-by-its-neighbours/")
    assert "Invented example" in page.text
    assert "The coffee machine was a mistake." in page.text


def test_a_collection_holds_it_beside_sourced_entries(strathmuir: Place) -> None:
    assert strathmuir.nation is not None
    collection = Collection.objects.in_place(strathmuir.nation).get()
    assert collection.is_public
    assert collection.collected.count() == 4
