"""Addresses of those who rate, below `/<place>/rate/`."""

from django.urls import path

from alongside.star.focus_it.views import rate, rate_send, rate_words

app_name = "rate"

urlpatterns = [
    path("<slug:slug>/", rate.begin, name="begin"),
    path("<slug:slug>/next/", rate.go_on, name="next"),
    path("<slug:slug>/all/", rate.items, name="items"),
    path("<slug:slug>/send/", rate_send.send, name="send"),
    path("<slug:slug>/done/", rate.done, name="done"),
    path("<slug:slug>/result/", rate.result, name="result"),
    path("<slug:slug>/words/", rate_words.words, name="words"),
    path("<slug:slug>/clear/", rate.clear, name="clear"),
    path("<slug:slug>/<int:number>/", rate.item, name="item"),
]
