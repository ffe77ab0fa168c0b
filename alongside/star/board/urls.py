"""Addresses of the board and its pack: the workspace itself, `/<place>/workspace/`."""

from django.urls import path

from alongside.star.board.views import board, pack

app_name = "board"

urlpatterns = [
    path("", board.board, name="board"),
    path("packs/", pack.packs, name="packs"),
    path("packs/make/", pack.make, name="make-pack"),
    path("packs/<uuid:pack>/", pack.pack, name="pack"),
    path("packs/<uuid:pack>/pack.pdf", pack.pack_pdf, name="pack-pdf"),
]
