"""Work of the blog that falls due by itself."""

from django.core.management import call_command

from alongside.learning.blog.actions.newsletter import send_new_posts


def publish_due() -> None:
    """Let out what is to come out by now, and take back what has had its time."""
    call_command("publish_scheduled")


def send_letters() -> None:
    """Tell those who asked of new posts."""
    send_new_posts()
