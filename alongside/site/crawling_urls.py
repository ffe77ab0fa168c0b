"""Addresses for search engines."""

from django.urls import path

from alongside.site.crawling import robots, sitemap_index, sitemap_section

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap-section"),
]
