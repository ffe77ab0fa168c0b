"""Addresses of the network, below `/learn/network/`."""

from django.urls import path

from alongside.learning.network.views import people, topics

app_name = "network"

urlpatterns = [
    path("", topics.home, name="home"),
    path("topics/", topics.topics, name="topics"),
    path("new/<slug:kind>/", topics.new, name="new"),
    path("topic/<uuid:topic>/", topics.topic, name="topic"),
    path("topic/<uuid:topic>/settle/", topics.settle, name="settle"),
    path("topic/<uuid:topic>/<uuid:comment>/accept/", topics.accept, name="accept"),
    path("topic/<uuid:topic>/<uuid:comment>/report/", people.tell_moderators, name="report"),
    path("people/", people.people, name="people"),
    path("people/<slug:short_name>/", people.profile, name="profile"),
    path("people/<slug:short_name>/block/", people.block_somebody, name="block"),
    path("me/", people.mine, name="mine"),
    path("me/withdraw/", people.withdraw, name="withdraw"),
    path("groups/", people.circles, name="circles"),
    path("groups/<slug:circle>/", people.circle, name="circle"),
    path("groups/<slug:circle>/join/", people.join, name="join"),
    path("spaces/<slug:partnership>/", people.begin_space, name="begin-space"),
    path("connections/", topics.connections, name="connections"),
    path("reports/", people.reports, name="reports"),
    path("reports/<uuid:comment>/", people.settle_report, name="settle-report"),
]
