"""Every address of the site. The last pattern is the widest: a place's slug (see RESERVED_SLUGS)."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

# Codes, health and machine-readable addresses never carry a language.
urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("j/live/", include("alongside.foundation.rooms.live_urls")),
    path("j/", include("alongside.site.join_urls")),
    path("help/booking/", include("alongside.learning.events.mail_urls")),
    path("help/", include("alongside.star.map_it.mail_urls")),
    path("help/", include("alongside.learning.blog.mail_urls")),
    path("learn/", include("alongside.learning.blog.editing_urls")),
    path("help/", include("alongside.foundation.notices.mail_urls")),
    path("", include("alongside.site.health_urls")),
    path("", include("alongside.site.crawling_urls")),
]

urlpatterns += i18n_patterns(
    path("gallery/", include("alongside.ui.urls")),
    path("learn/", include("alongside.learning.blog.urls")),
    path("learn/", include("alongside.foundation.discussions.urls")),
    path("learn/network/", include("alongside.learning.network.urls")),
    path("learn/cases/", include("alongside.learning.case_studies.urls")),
    path("me/messages/", include("alongside.foundation.notices.urls")),
    path("<slug:place>/workspace/cases/", include("alongside.learning.case_studies.writing_urls")),
    path("<slug:place>/national/cases/", include("alongside.learning.case_studies.review_urls")),
    path("learn/events/", include("alongside.learning.events.urls")),
    path("start/", include("alongside.star.map_it.start_urls")),
    path("", include("alongside.foundation.members.urls")),
    path("<slug:place>/workspace/settings/", include("alongside.foundation.places.urls")),
    path("<slug:place>/workspace/links/", include("alongside.foundation.consent.urls")),
    path("<slug:place>/workspace/erasing/", include("alongside.foundation.consent.erasing_urls")),
    path("<slug:place>/workspace/", include("alongside.star.board.urls")),
    path("<slug:place>/workspace/events/", include("alongside.learning.events.desk_urls")),
    path("<slug:place>/workspace/priorities/", include("alongside.star.focus_it.urls")),
    path("<slug:place>/workspace/comments/", include("alongside.foundation.discussions.desk_urls")),
    path("<slug:place>/workspace/rooms/", include("alongside.foundation.rooms.urls")),
    path("<slug:place>/workspace/map/", include("alongside.star.map_it.urls")),
    path("<slug:place>/workspace/activities/", include("alongside.foundation.initiatives.urls")),
    path("<slug:place>/activities/", include("alongside.foundation.initiatives.public_urls")),
    path("<slug:place>/workspace/practices/", include("alongside.foundation.practices.urls")),
    path("<slug:place>/workspace/services/", include("alongside.foundation.files.urls")),
    path("<slug:place>/workspace/wards/", include("alongside.foundation.files.ward_urls")),
    path("<slug:place>/workspace/blog/", include("alongside.learning.blog.desk_urls")),
    path("<slug:place>/workspace/jobs/", include("alongside.foundation.jobs.urls")),
    path("<slug:place>/star/", include("alongside.star.map_it.front_urls")),
    path("<slug:place>/national/", include("alongside.insight.national.urls")),
    path("<slug:place>/suggest/", include("alongside.star.focus_it.front_urls")),
    path("<slug:place>/rate/", include("alongside.star.focus_it.rate_urls")),
    path("<slug:place>/answer/", include("alongside.star.map_it.answer_urls")),
    path("", include("alongside.site.site_urls")),
    prefix_default_language=False,
)
