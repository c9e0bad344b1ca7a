from django.urls import path

from bench.limits import views

urlpatterns = [
    path("today/", views.today),
    path("talk/", views.talk),
    path("check-in/", views.check_in),
    path("pulse/", views.pulse),
]
