"""Addresses of those who ask, in the workspace."""

from django.urls import path

from alongside.foundation.questionnaires.views import preparing, results

app_name = "questionnaires"

urlpatterns = [
    path("", preparing.questionnaires, name="questionnaires"),
    path("new/", preparing.new, name="new"),
    path("<slug:slug>/", preparing.page, name="page"),
    path("<slug:slug>/questions/", preparing.change, name="change"),
    path("<slug:slug>/told/", preparing.told, name="told"),
    path("<slug:slug>/spreadsheet/", preparing.spreadsheet, name="spreadsheet"),
    path("<slug:slug>/results/", results.results, name="results"),
    path("<slug:slug>/results/<slug:kind>/", results.results_file, name="results-file"),
    path("<slug:slug>/open/", preparing.open_now, name="open"),
    path("<slug:slug>/end/", preparing.end, name="end"),
]
