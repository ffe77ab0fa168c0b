"""Load the reference areas; safe to repeat."""

from django.db import transaction

from alongside.foundation.places.models import CouncilArea, HealthBoard, IntegrationAuthority
from alongside.foundation.places.reference import (
    AREA_SOURCE,
    POPULATION_SOURCE,
    council_area_rows,
)


@transaction.atomic
def load_reference_areas() -> int:
    """Make or renew the 32 council areas, 31 integration authorities and 14 health boards."""
    sourced = {"source": AREA_SOURCE, "vintage": "2024"}
    rows = council_area_rows()
    for row in rows:
        authority, _ = IntegrationAuthority.objects.update_or_create(
            code=row["integration_authority_code"],
            defaults={"name": row["integration_authority"], **sourced},
        )
        board, _ = HealthBoard.objects.update_or_create(
            code=row["health_board_code"], defaults={"name": row["health_board"], **sourced}
        )
        CouncilArea.objects.update_or_create(
            code=row["council_code"],
            defaults={
                "name": row["council_area"],
                "integration_authority": authority,
                "health_board": board,
                "population": int(row["population"]),
                "population_vintage": row["population_vintage"],
                "source": f"{AREA_SOURCE}; population: {POPULATION_SOURCE}",
                "vintage": "2024",
            },
        )
    return len(rows)
