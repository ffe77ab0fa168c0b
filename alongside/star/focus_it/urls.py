"""Addresses of the Priority Matrix in the workspace, below `/<place>/workspace/priorities/`."""

from django.urls import path

from alongside.star.focus_it.views import desk, items, moves, preparing, results

app_name = "focus_it"

urlpatterns = [
    path("", preparing.matrices, name="matrices"),
    path("new/", preparing.new, name="new"),
    path("<slug:slug>/", desk.matrix_page, name="matrix"),
    path("<slug:slug>/edit/", preparing.edit, name="edit"),
    path("<slug:slug>/begin/", desk.begin, name="begin"),
    path("<slug:slug>/questions/", preparing.questions, name="questions"),
    path("<slug:slug>/questions/new/", preparing.add_question, name="add-question"),
    path(
        "<slug:slug>/questions/<slug:key>/remove/",
        preparing.remove_question,
        name="remove-question",
    ),
    path("<slug:slug>/items/", items.items, name="items"),
    path("<slug:slug>/items/add/", items.add, name="add-items"),
    path("<slug:slug>/items/idea/", items.idea, name="idea"),
    path("<slug:slug>/items/<int:number>/", items.item, name="item"),
    path("<slug:slug>/items/<int:number>/withdraw/", items.withdraw, name="withdraw"),
    path("<slug:slug>/reveal/", moves.reveal_now, name="reveal"),
    path("<slug:slug>/ask-again/", moves.ask_again, name="ask-again"),
    path("<slug:slug>/end/", moves.end, name="end"),
    path("<slug:slug>/results/", results.results, name="results"),
]
