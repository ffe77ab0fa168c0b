"""Addresses of those who answer."""

from django.urls import path

from alongside.foundation.questionnaires.views import answering

app_name = "ask"

urlpatterns = [
    path("<slug:slug>/", answering.begin, name="begin"),
    path("<slug:slug>/next/", answering.go_on, name="next"),
    path("<slug:slug>/come-back/", answering.come_back, name="come-back"),
    path("<slug:slug>/stop/", answering.leave, name="leave"),
    path("<slug:slug>/clear/", answering.clear, name="clear"),
    path("<slug:slug>/check/", answering.check, name="check"),
    path("<slug:slug>/receipt/", answering.receipt, name="receipt"),
    path("<slug:slug>/withdraw/", answering.withdraw, name="withdraw"),
    path("<slug:slug>/about/<path:key>/", answering.page, name="page"),
    path("<slug:slug>/another/<path:key>/", answering.turn, name="turn"),
    path("<slug:slug>/take-out/<path:key>/", answering.drop, name="drop"),
]
