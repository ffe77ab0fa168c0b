"""Addresses of those who answer, and of those who enter answers for a room or from paper."""

from django.urls import path

from alongside.star.map_it.views import (
    answer,
    answer_end,
    answer_record,
    answer_steps,
    paper,
    room,
    room_tablet,
)

app_name = "answer"

urlpatterns = [
    path("<slug:slug>/", answer.begin, name="begin"),
    path("<slug:slug>/next/", answer.go_on, name="next"),
    path("<slug:slug>/come-back/", answer.come_back, name="come-back"),
    path("<slug:slug>/stop/", answer.leave, name="leave"),
    path("<slug:slug>/clear/", answer.clear, name="clear"),
    path("<slug:slug>/you/", answer_steps.who, name="who"),
    path("<slug:slug>/you/group/", answer_steps.claim, name="claim"),
    path("<slug:slug>/services/", answer_steps.services, name="services"),
    path("<slug:slug>/about/<slug:service>/<slug:co>/", answer_steps.question, name="question"),
    path("<slug:slug>/about/<slug:service>/", answer_steps.four, name="four"),
    path("<slug:slug>/ways/<slug:service>/", answer_steps.ways, name="ways"),
    path("<slug:slug>/ways/<slug:service>/who/", answer_steps.practice, name="practice"),
    path("<slug:slug>/word/", answer_steps.word, name="word"),
    path("<slug:slug>/check/", answer_end.check, name="check"),
    path("<slug:slug>/receipt/", answer_end.receipt, name="receipt"),
    path("<slug:slug>/on-record/", answer_record.on_record, name="on-record"),
    path("<slug:slug>/withdraw/", answer_end.withdraw, name="withdraw"),
    path("<slug:slug>/tablet/", room_tablet.tablet, name="tablet"),
    path("<slug:slug>/tablet/begin/", room_tablet.tablet_begin, name="tablet-begin"),
    path("<slug:slug>/tablet/next/", room_tablet.tablet_next, name="tablet-next"),
    path("<slug:slug>/tablet/end/", room_tablet.tablet_end, name="tablet-end"),
    path("<slug:slug>/room/", room.room, name="room"),
    path("<slug:slug>/room/table/", room.table, name="table"),
    path("<slug:slug>/room/dots/", room.dots, name="dots"),
    path("<slug:slug>/room/dots/sheet/", room.dot_sheet, name="dot-sheet"),
    path("<slug:slug>/room/tablet/", room_tablet.tablet_start, name="tablet-start"),
    path(
        "<slug:slug>/room/tablet/<int:number>/close/", room_tablet.tablet_close, name="tablet-close"
    ),
    path("<slug:slug>/room/help/", room.assist, name="assist"),
    path("<slug:slug>/room/help/end/", room.assist_end, name="assist-end"),
    path("<slug:slug>/paper/", paper.batch, name="paper"),
    path("<slug:slug>/paper/form/", paper.paper_form, name="paper-form"),
]
