from django.urls import path

from glasswork.plan.views import intake, mine, pages, search

urlpatterns = [
    path("plan/", pages.show, name="plan"),
    path("plan/stages/<slug:slug>/", pages.stage, name="stage"),
    path("plan/intake/", intake.intake, name="intake"),
    path("plan/intake/draft/", intake.draft, name="intake_draft"),
    path("plan/intake/<int:number>/", intake.page, name="intake_page"),
    path("plan/first-steps/", mine.first_steps, name="first_steps"),
    path("plan/changes/", mine.changes, name="plan_changes"),
    path("plan/mine/<slug:slug>/", mine.step, name="plan_step"),
    path("plan/mine/<slug:slug>/readiness/", mine.readiness, name="plan_readiness"),
    path("plan/<slug:slug>/", pages.step, name="step"),
    path("search/", search.search, name="search"),
]
