"""Addresses of the workspace, `/<place>/workspace/`: its board, steps still to come, the brief, packs."""

from django.urls import path, re_path

from alongside.star.board.queries import COMING
from alongside.star.board.views import board, brief, pack

app_name = "board"

urlpatterns = [
    path("", board.board, name="board"),
    re_path(rf"^steps/(?P<step>{'|'.join(COMING)})/$", board.step, name="step"),
    path("brief/", brief.brief, name="brief"),
    path("packs/", pack.packs, name="packs"),
    path("packs/make/", pack.make, name="make-pack"),
    path("packs/<uuid:pack>/", pack.pack, name="pack"),
    path("packs/<uuid:pack>/pack.pdf", pack.pack_pdf, name="pack-pdf"),
]
