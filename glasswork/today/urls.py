from django.urls import path

from glasswork.today import views

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/put-off/", views.put_off, name="put_off"),
]
