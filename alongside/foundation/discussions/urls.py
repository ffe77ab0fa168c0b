"""Addresses of comments for everybody, below `/learn/`."""

from django.urls import path

from alongside.foundation.discussions.views import own, saying

app_name = "discussions"

urlpatterns = [
    path("comments-policy/", saying.policy, name="policy"),
    path("comments/mine/", own.mine, name="mine"),
    path("comments/mine/<uuid:comment>/take-back/", own.take_back_mine, name="take-back"),
    path("comments/mine/<uuid:comment>/ask-again/", own.appeal_mine, name="appeal"),
    path("comments/confirm/<str:token>/", own.confirm, name="confirm"),
    path("comments/<slug:kind>/<str:key>/write/", saying.write, name="write"),
]
