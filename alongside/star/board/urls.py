"""Address of the board: the workspace itself, `/<place>/workspace/`."""

from django.urls import path

from alongside.star.board import views

app_name = "board"

urlpatterns = [path("", views.board, name="board")]
