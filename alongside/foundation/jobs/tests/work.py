"""Work that the tests register."""

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.actions import request_cancel
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.runner import JobContext
from alongside.foundation.places.models import Place


def rename(context: JobContext, *, name: str) -> str:
    context.report(40, "renaming")
    Place.objects.filter(pk=context.place.pk).update(name=name)
    return "/done/"


def rename_at_the_end(context: JobContext, *, name: str) -> None:
    with context.finish() as end:
        Place.objects.filter(pk=context.place.pk).update(name=name)
        end.result_url = "/kept/"


def refuse(context: JobContext) -> None:
    raise Refusal("too_few", "Nobody has answered yet.")


def break_down(context: JobContext) -> None:
    raise ZeroDivisionError


def be_cancelled_halfway(context: JobContext) -> None:
    context.report(10, "begun")
    request_cancel(Job.objects.in_place(context.place).get(pk=context.job_id), by=context.by)
    context.report(20, "never said")


def be_cancelled_before_the_end(context: JobContext) -> None:
    request_cancel(Job.objects.in_place(context.place).get(pk=context.job_id), by=context.by)
    rename_at_the_end(context, name="Never")


def be_given_to_another(context: JobContext) -> None:
    Job.objects.in_place(context.place).filter(pk=context.job_id).update(attempts=2)
    rename_at_the_end(context, name="Never")
