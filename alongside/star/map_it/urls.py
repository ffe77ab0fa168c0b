"""Addresses of the Explorer in the workspace, under `/<place>/workspace/map/`."""

from django.urls import path

from alongside.star.map_it.views import (
    baselines,
    files,
    publish,
    results,
    rounds,
    sheets,
    vouching,
    words,
)

app_name = "map_it"

urlpatterns = [
    path("", rounds.list_rounds, name="rounds"),
    path("new/", rounds.new_round, name="new"),
    path("earlier-surveys/", baselines.baselines, name="baselines"),
    path("earlier-surveys/new/", baselines.new, name="baseline-new"),
    path("earlier-surveys/remove/", baselines.remove, name="baseline-remove"),
    path("earlier-surveys/import/", baselines.upload, name="baseline-import"),
    path(
        "earlier-surveys/import/<uuid:staged>/", baselines.preview, name="baseline-import-preview"
    ),
    path(
        "earlier-surveys/import/<uuid:staged>/problems.csv",
        baselines.problems,
        name="baseline-import-problems",
    ),
    path("<slug:round>/", rounds.round_page, name="round"),
    path("<slug:round>/edit/", rounds.edit, name="edit"),
    path("<slug:round>/discard/", rounds.discard, name="discard"),
    path("<slug:round>/open/", rounds.open_now, name="open"),
    path("<slug:round>/extend/", rounds.extend, name="extend"),
    path("<slug:round>/close/", rounds.close_now, name="close"),
    path("<slug:round>/reopen/", rounds.reopen, name="reopen"),
    path("<slug:round>/draw/", rounds.draw, name="draw"),
    path("<slug:round>/our-star/", rounds.show_as_star, name="show_as_star"),
    path("<slug:round>/results/", results.results, name="results"),
    path("<slug:round>/results/how/<slug:co>/", results.how, name="how"),
    path("<slug:round>/results/add/", results.add_candidate, name="add_candidate"),
    path("<slug:round>/record/", results.record, name="record"),
    path("<slug:round>/star.svg", files.star_svg, name="star_svg"),
    path("<slug:round>/star.png", files.star_png, name="star_png"),
    path("<slug:round>/star.pdf", files.star_pdf, name="star_pdf"),
    path("<slug:round>/results.xlsx", files.results_xlsx, name="results_xlsx"),
    path("<slug:round>/results.csv", files.results_csv, name="results_csv"),
    path("<slug:round>/results.json", files.results_json, name="results_json"),
    path("<slug:round>/sharing/", publish.sharing, name="sharing"),
    path("<slug:round>/sharing/preview/", publish.preview, name="preview"),
    path("<slug:round>/sharing/sign/", publish.sign, name="sign"),
    path("<slug:round>/sharing/reply/", publish.reply, name="reply"),
    path("<slug:round>/sharing/share/", publish.share, name="share"),
    path("<slug:round>/sharing/withdraw/", publish.withdraw, name="unshare"),
    path("<slug:round>/sheets/", sheets.sheets, name="sheets"),
    path("<slug:round>/sheets/workbook.xlsx", sheets.workbook, name="workbook"),
    path("<slug:round>/sheets/import/", sheets.upload, name="sheet-import"),
    path("<slug:round>/sheets/import/<uuid:staged>/", sheets.preview, name="sheet-import-preview"),
    path(
        "<slug:round>/sheets/import/<uuid:staged>/problems.csv",
        sheets.problems,
        name="sheet-import-problems",
    ),
    path("<slug:round>/words/", words.words, name="words"),
    path("<slug:round>/confirm/", vouching.confirm, name="confirm"),
]
