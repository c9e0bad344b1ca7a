from django.urls import path

from glasswork.plan import views

urlpatterns = [
    path("plan/", views.show, name="plan"),
    path("plan/stages/<slug:slug>/", views.stage, name="stage"),
    path("plan/<slug:slug>/", views.step, name="step"),
    path("search/", views.search, name="search"),
]
