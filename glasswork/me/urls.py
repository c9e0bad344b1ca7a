from django.urls import path

from glasswork.me import views

urlpatterns = [
    path("me/", views.show, name="me"),
    path("me/name/", views.name, name="my_name"),
    path("me/settings/", views.settings, name="settings"),
    path("me/other-places/", views.other_places, name="other_places"),
]
