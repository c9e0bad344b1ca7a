"""The one settings file. Every variable is read through ``environment`` and documented in docs/self-hosting.md."""

import secrets
from pathlib import Path

from django.utils.csp import CSP

from glasswork.config import environment as env

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent
IS_CHECKOUT = (CHECKOUT / "pyproject.toml").exists()

# --- the host -------------------------------------------------------------------------------------
GLASSWORK_DATA = env.folder(
    "GLASSWORK_DATA", CHECKOUT / "data" if IS_CHECKOUT else Path.home() / ".local/share/glasswork"
)
GLASSWORK_PEPPER = env.folder("GLASSWORK_PEPPER", GLASSWORK_DATA / "pepper")
GLASSWORK_NAME = env.text("GLASSWORK_NAME", "Glasswork")
GLASSWORK_OPERATOR = env.text("GLASSWORK_OPERATOR", "the person who started it on this computer")
GLASSWORK_EXIT_URL = env.text("GLASSWORK_EXIT_URL", "https://www.bbc.co.uk/weather")
GLASSWORK_SIGN_UP = env.choice("GLASSWORK_SIGN_UP", ("open", "code", "closed"), "open")
GLASSWORK_SIGN_UP_CODE = env.text("GLASSWORK_SIGN_UP_CODE")
GLASSWORK_WORKERS = env.number("GLASSWORK_WORKERS", 2, least=1, most=64)
GLASSWORK_BEHIND_PROXY = env.flag("GLASSWORK_BEHIND_PROXY")
GLASSWORK_HELP_LINES = env.folder("GLASSWORK_HELP_LINES", GLASSWORK_DATA / "help_lines.toml")
GLASSWORK_DIRECTORY = env.folder("GLASSWORK_DIRECTORY", GLASSWORK_DATA / "directory.toml")
GLASSWORK_ELEMENTS_PAGE = env.flag("GLASSWORK_ELEMENTS_PAGE")

if GLASSWORK_SIGN_UP == "code" and not GLASSWORK_SIGN_UP_CODE:
    raise env.SettingError("GLASSWORK_SIGN_UP is “code”, so GLASSWORK_SIGN_UP_CODE must hold that code.")

_secret_file = GLASSWORK_DATA / "secret_key"
# Only CSRF and pulse tokens hang on it; `glasswork up` writes the file before it starts the workers.
SECRET_KEY = _secret_file.read_text().strip() if _secret_file.exists() else secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = env.words("GLASSWORK_HOSTS", "localhost,127.0.0.1,[::1]")
ROOT_URLCONF = "glasswork.config.urls"
WSGI_APPLICATION = "glasswork.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.database("GLASSWORK_DATABASE", GLASSWORK_DATA / "glasswork.sqlite3")}

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "glasswork.ui",
    "glasswork.people",
    "glasswork.spaces",
    "glasswork.safety",
    "glasswork.checkin",
    "glasswork.promises",
    "glasswork.agreements",
    "glasswork.talks",
    "glasswork.questions",
    "glasswork.letters",
    "glasswork.exercises",
    "glasswork.goals",
    "glasswork.library",
    "glasswork.plan",
    "glasswork.progress",
    "glasswork.arrival",
    "glasswork.privacy",
    "glasswork.me",
    "glasswork.pairing",
    "glasswork.today",
]
MIDDLEWARE = [
    "glasswork.config.faults.FaultMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "glasswork.config.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # inside the two above, so that files carry their headers too
    "django.middleware.common.CommonMiddleware",
    "glasswork.people.same_site.SameSiteMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": sorted(PACKAGE.glob("*/templates")),
        "OPTIONS": {"environment": "glasswork.ui.jinja.environment"},
    }
]
TABS = [
    ("today", "Today", "today"),
    ("talk", "Talk", "talk"),
    ("promises", "Promises", "promises"),
    ("plan", "Plan", "plan"),
    ("me", "Me", "me"),
]

# --- language and time: days and hours follow each person's own zone, so the server keeps to UTC -----
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# --- static files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = GLASSWORK_DATA / "static"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "glasswork.ui.static_files.HashedStaticFiles"},
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {".svg": "image/svg+xml; charset=utf-8"}

# --- browser rules (B1, B2) --------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "blob:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["glasswork"],
}
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63072000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if GLASSWORK_BEHIND_PROXY else None
# W002: our own middleware sets the header. W008: the proxy speaks HTTPS.
# W005, W021: an operator's other subdomains are not ours to decide on.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W005", "security.W008", "security.W021"]
CSRF_COOKIE_NAME = "__Host-gwc"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "glasswork.people.views.refused_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000  # 100,000 emoji are 1.2 MB in a form; each field has its own, lower limit
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# --- logs (B3): allow-listed fields, no addresses, bodies, cookies or messages of faults ---------------
DEFAULT_EXCEPTION_REPORTER_FILTER = "glasswork.config.logs.SilentReporterFilter"
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"plain": {"()": "glasswork.config.logs.AllowListFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "glasswork": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
