"""Pictures that are brought in, and what of them is served."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from alongside.learning.blog.models import Picture, Space
from alongside.learning.blog.picture_forms import LONGEST_SIDE, made_anew
from tests.people import World
from tests.posts import draw_picture, paragraph, write_post

pytestmark = pytest.mark.django_db
CAMERA = "Canary camera 3000"


def photograph(size: tuple[int, int] = (60, 40), kind: str = "JPEG") -> SimpleUploadedFile:
    """As a telephone makes it: turned on its side, with the camera's name inside."""
    kept, exif = BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, CAMERA
    Image.new("RGB", size, "#0b7a55").save(kept, kind, exif=exif)
    return SimpleUploadedFile("photo.jpg", kept.getvalue(), "image/jpeg")


def bring_in(client: Client, world: World, file: SimpleUploadedFile) -> str:
    space = Space.objects.get(place=world.strathmuir)
    said = {"title": "Photo", "file": file, "credit": "Bo", "collection": space.collection.pk}
    return client.post(reverse("wagtailimages:add"), said).content.decode()


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    write_post(world.strathmuir, "A post")
    client.force_login(world.cara.user)
    return client


def test_a_photograph_is_kept_upright_and_tells_nothing_of_the_camera(
    cara: Client, world: World
) -> None:
    assert CAMERA.encode() in photograph().read()
    bring_in(cara, world, photograph())
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (40, 60)
    with picture.file.open() as kept:
        assert CAMERA.encode() not in kept.read()
    with picture.get_rendition("width-480|format-webp").file.open() as size:
        assert CAMERA.encode() not in size.read()


def test_a_very_large_picture_is_made_smaller() -> None:
    with Image.open(made_anew(photograph((5000, 100))).file) as kept:  # type: ignore[arg-type]
        assert max(kept.size) == LONGEST_SIDE


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("page.jpg", b"<html><script>alert(1)</script></html>"),
        ("cut.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("empty.png", b""),
    ],
)
def test_what_is_no_picture_is_refused_in_words(
    cara: Client, world: World, name: str, content: bytes
) -> None:
    html = bring_in(cara, world, SimpleUploadedFile(name, content))
    assert "error" in html
    assert not Picture.objects.exists()


def test_a_picture_of_too_many_points_is_refused(cara: Client, world: World) -> None:
    kept = BytesIO()
    Image.new("1", (20_000, 3_000)).save(kept, "PNG")
    html = bring_in(cara, world, SimpleUploadedFile("big.png", kept.getvalue()))
    assert "pixels" in html
    assert not Picture.objects.exists()


def test_only_sizes_are_served(client: Client, world: World, shelf: Path) -> None:
    picture = draw_picture(world.strathmuir)
    small = picture.get_rendition("width-480|format-webp")
    response = client.get(small.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    for path in (picture.file.name, "../originals/x.webp", "images/../../x.webp", "images/x.svg"):
        assert client.get(f"/learn/pictures/{path}").status_code in {400, 404}


def test_a_picture_that_is_gone_leaves_the_text_standing(client: Client, world: World) -> None:
    gone = draw_picture(world.strathmuir)
    gone.contextual_alt_text, gone.decorative = "A bench", False
    block = ("picture", {"picture": gone, "caption": "Here it was"})
    write_post(world.strathmuir, "Benches", body=[paragraph("The text stands."), block])
    Picture.objects.all().delete()
    html = client.get("/learn/blog/strathmuir/benches/").content.decode()
    assert "The text stands." in html
    assert "<figure" not in html
