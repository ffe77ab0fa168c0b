"""Signing in through an organisation's own directory (OpenID Connect)."""


def one_directory(
    server_url: str, *, name: str, client_id: str, secret: str
) -> dict[str, dict[str, object]]:
    """Return what the sign-in library needs to know of the one directory of this installation."""
    directory = {
        "provider_id": "directory",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url},
    }
    # A code that was caught on its way back is of no use without the secret made before it.
    return {"openid_connect": {"APPS": [directory], "OAUTH_PKCE_ENABLED": True}}
