"""Addresses for those who write cases, below `/<place>/workspace/cases/`."""

from django.urls import path

from alongside.learning.case_studies.views import taking_up, writing

app_name = "case_writing"

urlpatterns = [
    path("", writing.case_list, name="list"),
    path("new/", writing.new, name="new"),
    path("try/<slug:nation>/<slug:practice>/", taking_up.take_up, name="try"),
    path("<slug:case>/", writing.case_page, name="case"),
    path("<slug:case>/contact/", writing.contact, name="contact"),
    path("<slug:case>/contact/<int:number>/remove/", writing.remove_contact, name="remove-contact"),
    path("<slug:case>/check/", writing.check, name="check"),
    path("<slug:case>/move/<slug:verb>/", writing.move, name="move"),
    path("<slug:case>/<slug:page>/", writing.page, name="page"),
]
