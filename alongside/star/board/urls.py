"""Addresses of the board: the workspace itself, `/<place>/workspace/`, and steps still to come."""

from django.urls import path, re_path

from alongside.star.board import views
from alongside.star.board.queries import COMING

app_name = "board"

urlpatterns = [
    path("", views.board, name="board"),
    re_path(rf"^steps/(?P<step>{'|'.join(COMING)})/$", views.step, name="step"),
]
