"""All settings, read from the environment. `docs/operations.md` explains each variable.

ALONGSIDE_MODE says what this process is: `production` (the default, everything must be set),
`demo` (`make run`: an invented nation on one machine) or `test`.
"""

from pathlib import Path

import dj_database_url

from alongside.site.content_policy import content_policy
from alongside.site.directory import one_directory
from alongside.site.editor_settings import editor_settings
from alongside.site.environment import Environment
from alongside.site.installed import APPS

env = Environment()
BASE_DIR = Path(__file__).resolve().parent.parent.parent

MODE = env.text("ALONGSIDE_MODE", "production", choices=("production", "demo", "test"))
PRODUCTION = MODE == "production"
DEMO = MODE == "demo"
_unsafe = None if PRODUCTION else "not-a-secret-only-for-trying-out-on-one-machine"

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY", _unsafe)
# Keys every keyed hash of codes and pseudonyms; never in the database, never rotated carelessly.
PEPPER = env.secret("ALONGSIDE_PEPPER", _unsafe)
BASE_URL = env.text("ALONGSIDE_BASE_URL", None if PRODUCTION else "http://127.0.0.1:8000").rstrip(
    "/"
)
ALLOWED_HOSTS = env.texts("ALLOWED_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,testserver")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
RUN_DIR = Path(env.text("ALONGSIDE_RUN_DIR", str(BASE_DIR / ".run")))

# --- What is installed ---------------------------------------------------------------------
INSTALLED_APPS = [*APPS]

MIDDLEWARE = [
    "alongside.site.middleware.request_id.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.site.middleware.shared_pages.SharedPagesMiddleware",
    "alongside.site.middleware.compressed.CompressedMiddleware",
    "alongside.site.middleware.private_pages.PrivatePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "alongside.site.middleware.actor.ActorMiddleware",
    "alongside.site.middleware.second_factor.SecondFactorMiddleware",
    "alongside.learning.blog.editing.EditingMiddleware",
    "alongside.site.middleware.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "alongside.site.urls"
WSGI_APPLICATION = "alongside.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.site.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "alongside.ui.templatetags.ui",
                "alongside.ui.templatetags.addresses",
            ],
        },
    },
]

# --- Database ------------------------------------------------------------------------------
if not PRODUCTION:
    RUN_DIR.mkdir(parents=True, exist_ok=True)
_default_database = None if PRODUCTION else f"sqlite:///{RUN_DIR / 'alongside.sqlite3'}"
_database_url = env.text("DATABASE_URL", _default_database)
DATABASES = {"default": dj_database_url.parse(_database_url or "sqlite://", conn_max_age=60)}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock at once, so that two writers wait instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000;"
            # What is erased is overwritten, not only no longer listed.
            "PRAGMA secure_delete=ON;"
        ),
    }
else:
    # Wagtail's search keeps its words in columns that only PostgreSQL has.
    INSTALLED_APPS.append("django.contrib.postgres")
    # What every page asks is understood and planned once for each connection, not each time.
    DATABASES["default"]["OPTIONS"] = {
        "server_side_binding": True,
        "prepare_threshold": 2,
        **DATABASES["default"].get("OPTIONS", {}),
    }

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    # What signing in counts must be known to every process; nothing else uses this one.
    "default": {"BACKEND": "alongside.foundation.accounts.shared_cache.SharedCache"},
    "template_fragments": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 3000},
    },
    # A page reads the sizes of all its pictures in one query; a copy of them would only grow old.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Tests change rows behind the back of actions; those of kept pages keep them.
KEEP_NO_PAGES = MODE == "test"

# --- Who may begin, and how much ------------------------------------------------------------
# Whether whoever has an account may open a partnership, or a national lead says yes first.
NEW_PARTNERSHIPS = env.text(
    "ALONGSIDE_NEW_PARTNERSHIPS",
    "approval" if PRODUCTION else "open",
    choices=("open", "approval"),
)
INVITATIONS_A_DAY = env.number("ALONGSIDE_INVITATIONS_A_DAY", 100)

# --- Language and time ---------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("gd", "Gàidhlig"), ("cy", "Cymraeg")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
FORMAT_MODULE_PATH = "alongside.site.formats"

# --- Files ---------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("ALONGSIDE_STATIC_ROOT", str(RUN_DIR / "static")))
if MODE == "test":
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns when it is absent
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Pictures of the blog in the sizes that pages show; the originals are never served.
    "pictures": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": RUN_DIR / "pictures", "base_url": "/learn/pictures/"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = RUN_DIR / "files"
WHITENOISE_USE_FINDERS = MODE == "test"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000

# --- Sign-in -------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if MODE == "test"
    else [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "site:after-sign-in"
ACCOUNT_ADAPTER = "alongside.foundation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody has to choose a password: a code by email signs in. Whoever wants one sets it later, under
# "My part"; the page that makes an account doesn't ask for it.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Behind a proxy everybody would else share its address, and one guesser would lock all out.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("ALONGSIDE_PROXIES", 1 if PRODUCTION else 0)
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "alongside.foundation.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Alongside"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {}
if _oidc_url := env.text("OIDC_SERVER_URL", ""):
    INSTALLED_APPS.append("allauth.socialaccount.providers.openid_connect")
    SOCIALACCOUNT_PROVIDERS = one_directory(
        _oidc_url,
        name=env.text("OIDC_NAME", "your work account"),
        client_id=env.text("OIDC_CLIENT_ID"),
        secret=env.text("OIDC_CLIENT_SECRET"),
    )
    # Whoever is invited under an address signs in with it here; the operator's own directory is
    # trusted to say "verified" only of addresses that it has checked.
    SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
    SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# Staff roles need a passkey or an authenticator code in production.
SECOND_FACTOR_REQUIRED = env.flag("ALONGSIDE_SECOND_FACTOR", default=PRODUCTION)

# --- Email ---------------------------------------------------------------------------------
_mail_host = env.text("EMAIL_HOST", None if PRODUCTION else "")
_smtp = {
    "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "OPTIONS": {
        "host": _mail_host,
        "port": env.number("EMAIL_PORT", 587 if PRODUCTION else 1025),
        "username": env.text("EMAIL_HOST_USER", ""),
        "password": env.text("EMAIL_HOST_PASSWORD", ""),
        "use_tls": env.flag("EMAIL_USE_TLS", default=PRODUCTION),
        "timeout": 20,
    },
}
_to_files = {
    "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
    "OPTIONS": {"file_path": RUN_DIR / "mail"},
}
_to_memory = {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
# Without a mail server, a demo keeps its mail as files and a test in memory.
MAILERS = {
    "default": _smtp if PRODUCTION or _mail_host else {"demo": _to_files, "test": _to_memory}[MODE]
}
DEFAULT_FROM_EMAIL = env.text(
    "DEFAULT_FROM_EMAIL", None if PRODUCTION else "Alongside <alongside@example.org>"
)

# --- The blog's editor (decision 0032) -------------------------------------------------------
globals().update(editor_settings(base_url=BASE_URL, sign_in=LOGIN_URL))

# --- Edges ---------------------------------------------------------------------------------

SECURE_CSP = content_policy(sign_in_at=_oidc_url)
# No other site ever learns an address of ours. Not "no-referrer": with it browsers send
# "Origin: null" and every form is refused; pages with a code in the address set it themselves.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "alongside.foundation.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.flag("ALONGSIDE_HTTPS", default=True)
    SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
    CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
    SECURE_HSTS_SECONDS = 31536000 if SECURE_SSL_REDIRECT else 0
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [] if PRODUCTION else ["security"]

LOGGING_CONFIG = "alongside.site.logs.configure"
LOGGING = {"level": env.text("LOG_LEVEL", "INFO"), "mode": MODE}

env.raise_problems()
