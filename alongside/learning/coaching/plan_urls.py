"""Addresses of plans, below `/me/plans/`: for whoever holds one, and for whoever coaches them."""

from django.urls import path

from alongside.learning.coaching.views import notes, plans

app_name = "plans"

urlpatterns = [
    path("", plans.mine, name="mine"),
    path("<uuid:plan>/", plans.plan, name="plan"),
    path("<uuid:plan>/aim/", plans.aim, name="aim"),
    path("<uuid:plan>/new/", plans.new, name="new"),
    path("<uuid:plan>/look-back/<slug:when>/", plans.look_back_page, name="look-back"),
    path("<uuid:plan>/leave/", plans.leave, name="leave"),
    path("<uuid:plan>/notes/", notes.notes, name="notes"),
    path("<uuid:plan>/coach/", notes.end, name="end"),
]
