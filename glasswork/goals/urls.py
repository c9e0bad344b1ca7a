from django.urls import path

from glasswork.goals.views import goal, growth, lists, writing

urlpatterns = [
    path("goals/", lists.mine, name="my_goals"),
    path("goals/ours/", lists.ours, name="our_goals"),
    path("goals/behind/", lists.behind, name="goals_behind"),
    path("goals/new/", writing.my_new, name="my_goal_new"),
    path("goals/ours/new/", writing.our_new, name="our_goal_new"),
    path("goals/draft/<slug:form>/", writing.draft, name="goal_draft"),
    path("goals/growth/<uuid:entry_id>/withdrawal/", growth.growth_withdrawal, name="growth_withdrawal"),
    path("goals/<uuid:goal_id>/", goal.goal, name="goal"),
    path("goals/<uuid:goal_id>/words/", writing.words, name="goal_words"),
    path("goals/<uuid:goal_id>/steps/", goal.steps, name="goal_steps"),
    path("goals/<uuid:goal_id>/steps/<uuid:step_id>/", goal.step, name="goal_step"),
    path("goals/<uuid:goal_id>/agreement/", goal.agreement, name="goal_agreement"),
    path("goals/<uuid:goal_id>/end/", goal.end, name="goal_end"),
    path("goals/<uuid:goal_id>/withdrawal/", goal.withdrawal, name="goal_withdrawal"),
    path("goals/<uuid:goal_id>/growth/", growth.growth, name="goal_growth"),
]
