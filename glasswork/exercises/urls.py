from django.urls import path

from glasswork.exercises import views

urlpatterns = [
    path("exercises/written/", views.written, name="written"),
    path("exercises/written/<uuid:entry_id>/", views.show_written, name="show_written"),
    path("exercises/written/<uuid:entry_id>/erasure/", views.erasure, name="erasure"),
    path("exercises/<slug:slug>/", views.guide, name="exercise"),
    path("exercises/<slug:slug>/draft/", views.draft, name="exercise_draft"),
]
