"""Addresses of the pages that belong to no single module. The widest pattern comes last."""

from django.urls import path

from alongside.site.views import (
    assurance,
    come_back,
    contact,
    front,
    history,
    home,
    learn,
    me,
    search,
    sign_in,
    statements,
)

app_name = "site"

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", home.about, name="about"),
    path("about/accessibility/", statements.accessibility, name="accessibility"),
    path("about/legal/", statements.legal, name="legal"),
    path("contact/", contact.contact, name="contact"),
    path("contact/<uuid:enquiry>/", contact.contact_sent, name="contact-sent"),
    path("assurance/", assurance.assurance, name="assurance"),
    path("me/", me.me, name="me"),
    path("me/everything.json", me.take_along, name="take-along"),
    path("me/ward/<int:number>/", me.my_ward, name="my-ward"),
    path("me/erase/", me.erase, name="erase"),
    path("return/", come_back.come_back, name="come-back"),
    path("learn/", learn.learn, name="learn"),
    path("search/", search.search, name="search"),
    path("sign-in/", sign_in.after_sign_in, name="after-sign-in"),
    path("<slug:place>/workspace/history/", history.history, name="history"),
    path("<slug:place>/assurance/", assurance.place_assurance, name="place-assurance"),
    path("<slug:place>/", front.front, name="front"),
]
