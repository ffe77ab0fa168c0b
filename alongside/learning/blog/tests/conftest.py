"""Where the pictures of these tests are kept."""

from pathlib import Path

import pytest
from django.core.files.storage import storages
from pytest_django.fixtures import Settings

from alongside.learning.blog.models import Rendition


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Originals and sizes go into a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "originals"
    settings.STORAGES = {
        **settings.STORAGES,
        "pictures": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "sizes", "base_url": "/learn/pictures/"},
        },
    }
    # Wagtail looks its storage up once, when the table is made.
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["pictures"])
    return tmp_path
