"""Addresses of the Priority Matrix in the workspace, below `/<place>/workspace/priorities/`."""

from django.urls import path, re_path

from alongside.foundation.initiatives.models import Stage
from alongside.star.focus_it.views import (
    deciding,
    desk,
    files,
    fits,
    items,
    moves,
    preparing,
    proposals,
    results,
    screen,
)

app_name = "focus_it"

_stages = "|".join(Stage.values)

urlpatterns = [
    path("", preparing.matrices, name="matrices"),
    path("new/", preparing.new, name="new"),
    path("proposals/", proposals.proposals, name="proposals"),
    path("proposals/<uuid:key>/", proposals.proposal, name="proposal"),
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
    path("<slug:slug>/items/<int:number>/decide/", deciding.choose, name="choose"),
    re_path(
        rf"^(?P<slug>[-\w]+)/items/(?P<number>\d+)/decide/(?P<verdict>{_stages})/$",
        deciding.decide,
        name="decide",
    ),
    path("<slug:slug>/decisions/", deciding.decisions, name="decisions"),
    path("<slug:slug>/reveal/", moves.reveal_now, name="reveal"),
    path("<slug:slug>/ask-again/", moves.ask_again, name="ask-again"),
    path("<slug:slug>/end/", moves.end, name="end"),
    path("<slug:slug>/results/", results.results, name="results"),
    path("<slug:slug>/results/how/", results.how, name="how"),
    path("<slug:slug>/results/how/<int:number>/", results.how_item, name="how-item"),
    path("<slug:slug>/results.xlsx", files.results_xlsx, name="results-xlsx"),
    path("<slug:slug>/results.csv", files.results_csv, name="results-csv"),
    path("<slug:slug>/results.json", files.results_json, name="results-json"),
    path("<slug:slug>/matrix.svg", files.picture_svg, name="picture"),
    path("<slug:slug>/what-fits/", fits.fits, name="fits"),
    path("<slug:slug>/screen/", screen.screen, name="screen"),
    path("<slug:slug>/screen/state/", screen.state, name="screen-state"),
]
