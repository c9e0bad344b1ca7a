"""Every address. Rooms name their own; a handler for what is not there answers alike for everybody."""

from django.urls import include, path

# An address is looked for room by room, so those that are asked for most come first.
ROOMS = [
    "talks",
    "today",
    "spaces",
    "checkin",
    "promises",
    "agreements",
    "questions",
    "letters",
    "plan",
    "progress",
    "exercises",
    "goals",
    "library",
    "arrival",
    "privacy",
    "people",
    "safety",
    "pairing",
    "me",
    "ui",
]

urlpatterns = [path("", include(f"glasswork.{room}.urls")) for room in ROOMS]
handler404 = "glasswork.config.pages.not_found"
handler400 = "glasswork.config.pages.bad_request"
handler403 = "glasswork.config.pages.not_found"
handler500 = "glasswork.config.pages.server_error"
