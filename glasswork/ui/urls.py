from django.urls import path

from glasswork.ui import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("timer/", views.timer, name="timer"),
    path("elements/", views.elements, name="elements"),
]
