"""The known traps of Scottish reference tables, each as a test (method, section 10)."""

from alongside.foundation.places.actions import load_reference_areas
from alongside.foundation.places.models import CouncilArea, HealthBoard, IntegrationAuthority


def test_there_are_32_areas_31_authorities_and_14_boards(db: None) -> None:
    load_reference_areas()
    load_reference_areas()  # safe to repeat
    counts = [m.objects.count() for m in (CouncilArea, IntegrationAuthority, HealthBoard)]
    assert counts == [32, 31, 14]


def test_only_clackmannanshire_and_stirling_share_an_authority(db: None) -> None:
    load_reference_areas()
    shared = [
        sorted(area.name for area in authority.council_areas.all())
        for authority in IntegrationAuthority.objects.all()
        if authority.council_areas.count() > 1
    ]
    assert shared == [["Clackmannanshire", "Stirling"]]


def test_dundee_and_east_ayrshire_are_not_mixed_up(db: None) -> None:
    load_reference_areas()
    names = dict(CouncilArea.objects.values_list("code", "name"))
    assert names["S12000042"] == "Dundee City"
    assert names["S12000008"] == "East Ayrshire"


def test_argyll_and_bute_does_not_carry_south_ayrshires_population(db: None) -> None:
    load_reference_areas()
    people = dict(CouncilArea.objects.values_list("name", "population"))
    assert people["Argyll and Bute"] == 89_200
    assert people["South Ayrshire"] == 111_440


def test_population_is_labelled_mid_2010_and_sums_to_the_known_total(db: None) -> None:
    load_reference_areas()
    areas = CouncilArea.objects.all()
    assert sum(area.population for area in areas) == 5_222_100
    assert {area.population_vintage for area in areas} == {"mid-2010"}


def test_superseded_codes_are_not_used(db: None) -> None:
    load_reference_areas()
    codes = set(CouncilArea.objects.values_list("code", flat=True))
    assert not codes & {"S12000015", "S12000024", "S12000046", "S12000044"}


def test_every_row_names_its_source_and_vintage(db: None) -> None:
    load_reference_areas()
    for model in (CouncilArea, IntegrationAuthority, HealthBoard):
        assert not model.objects.filter(source="").exists()
        assert not model.objects.filter(vintage="").exists()
