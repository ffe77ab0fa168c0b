"""Settings of Wagtail, with which the blog is written (decision 0032)."""

from typing import Any


def editor_settings(*, base_url: str, sign_in: str) -> dict[str, Any]:
    """Return Wagtail's settings: signing in is ours, and nothing is fetched from other sites."""
    return {
        "WAGTAIL_SITE_NAME": "Alongside",
        "WAGTAILADMIN_BASE_URL": base_url,
        "WAGTAILADMIN_LOGIN_URL": sign_in,
        "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
        "WAGTAIL_PASSWORD_RESET_ENABLED": False,
        "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
        # No portraits, no news of versions.
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,
        "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
        "WAGTAILADMIN_COMMENTS_ENABLED": False,
        "WAGTAILADMIN_PAGE_SEARCH_FILTER_BY_PERMISSIONS": True,
        "WAGTAILIMAGES_IMAGE_MODEL": "blog.Picture",
        "WAGTAILIMAGES_IMAGE_FORM_BASE": "alongside.learning.blog.picture_forms.PictureForm",
        "WAGTAILIMAGES_RENDITION_STORAGE": "pictures",
        "WAGTAILIMAGES_EXTENSIONS": ["jpg", "jpeg", "png", "webp"],
        "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 10 * 1024 * 1024,
        "WAGTAILIMAGES_MAX_IMAGE_PIXELS": 40_000_000,
        # The editor searches its few pages by plain comparison; readers use our own search.
        "WAGTAILSEARCH_BACKENDS": {
            "default": {
                "BACKEND": "modelsearch.backends.database.fallback",
                "AUTO_UPDATE": False,
            }
        },
    }
