"""Every write of the blog but those that Wagtail makes itself."""
