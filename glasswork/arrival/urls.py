from django.urls import path

from glasswork.arrival import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("start/", views.start, name="start"),
    path("start/recovery-code/", views.first_code, name="first_code"),
]
