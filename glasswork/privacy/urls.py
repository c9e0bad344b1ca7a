from django.urls import path

from glasswork.privacy import views

urlpatterns = [
    path("me/new-keys/", views.new_keys, name="new_keys"),
    path("me/leaving/", views.leave, name="leave"),
    path("leaving/", views.leaving, name="leaving"),
    path("left/", views.left, name="left"),
]
