from django.urls import path

from glasswork.safety import views

urlpatterns = [
    path("safety/", views.show, name="safety"),
    path("help/", views.help_lines, name="help_lines"),
    path("help/yours/", views.own_help_lines, name="own_help_lines"),
    path("calm/", views.calm, name="calm"),
    path("safety/question/", views.question, name="safety_question"),
    path("safety/hark/", views.hark, name="hark"),
    path("safety/answer/", views.answer, name="safety_answer"),
    path("safety/support/", views.support, name="support"),
]
