"""One case from elsewhere for somebody at work: something for the two minutes they gave."""

from alongside.foundation.places.models import Place
from alongside.foundation.practices.queries import Fit, practices_that_fit, service_areas_of
from alongside.star.map_it.queries.answering import Sheet


def case_to_learn_from(place: Place, sheet: Sheet) -> Fit | None:
    """Return a case about what happens least, as they see it, in a service like theirs. One query."""
    services = {service.pk: service for service in sheet.services}
    levels = sorted(
        (int(answer.code), services[pk].name, co, pk)
        for (pk, co), answer in sheet.answers.items()
        if answer.code.isdigit()
    )
    if not levels:
        return None
    _level, _name, co, pk = levels[0]
    fits = practices_that_fit(place, co=co, service_areas=service_areas_of(services[pk]))
    return fits[0] if fits else None
