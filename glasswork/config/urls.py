"""Every address. Rooms name their own; a handler for what is not there answers alike for everybody."""

from django.urls import include, path

ROOMS = ["arrival", "people", "spaces", "safety", "pairing", "checkin", "today", "me", "ui"]

urlpatterns = [path("", include(f"glasswork.{room}.urls")) for room in ROOMS]
handler404 = "glasswork.config.pages.not_found"
handler400 = "glasswork.config.pages.bad_request"
handler403 = "glasswork.config.pages.not_found"
handler500 = "glasswork.config.pages.server_error"
