"""The content policy: from where a page may load anything, and where its forms may go."""

from django.utils.csp import CSP


def content_policy(*, sign_in_at: str = "") -> dict[str, list[str]]:
    """Return the policy: nothing from elsewhere, nothing inline."""
    policy: dict[str, list[str]] = {
        "default-src": [CSP.NONE],
        "script-src": [CSP.SELF],
        "style-src": [CSP.SELF],
        "img-src": [CSP.SELF],
        "font-src": [CSP.SELF],
        "connect-src": [CSP.SELF],
        "manifest-src": [CSP.SELF],
        "base-uri": [CSP.NONE],
        "object-src": [CSP.NONE],
        "form-action": [CSP.SELF],
        "frame-ancestors": [CSP.NONE],
    }
    if sign_in_at:
        # Browsers hold a form to this list through its redirects; signing in elsewhere is one.
        policy["form-action"].append("/".join(sign_in_at.split("/")[:3]))
    return policy
