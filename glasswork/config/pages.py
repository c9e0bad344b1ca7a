"""What is shown where there is nothing to show: alike for what never was, is not yours, or is gone (Z4)."""

from django.http import HttpRequest, HttpResponse

from glasswork.ui.page import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return render(request, "config/not_found.html", {"back": None}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return render(request, "config/bad_request.html", {"back": None}, status=400)
