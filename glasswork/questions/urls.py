from django.urls import path

from glasswork.questions.views import account, asking, comfort, front, hour, own, question, scope

urlpatterns = [
    path("questions/", front.questions, name="questions"),
    path("questions/new/", asking.new, name="question_new"),
    path("questions/draft/<slug:form>/", front.draft, name="question_draft"),
    path("questions/mine/", own.mine, name="questions_mine"),
    path("questions/mine/therapist/", own.therapist, name="questions_therapist"),
    path("questions/hour/", hour.hour, name="questions_hour"),
    path("questions/comfort/", comfort.comfort, name="comfort"),
    path("questions/account/", account.account, name="account_new"),
    path("questions/account/scope/", scope.scope, name="account_scope"),
    path("questions/account/<uuid:account_id>/", account.told, name="account"),
    path("questions/account/<uuid:account_id>/door/", account.door, name="account_door"),
    path("questions/account/<uuid:account_id>/later/", account.later, name="account_later"),
    path("questions/account/<uuid:account_id>/word/", account.word, name="account_word"),
    path("questions/account/<uuid:account_id>/withdrawal/", account.withdrawal, name="account_withdrawal"),
    path("questions/<uuid:question_id>/", question.question, name="question"),
    path("questions/<uuid:question_id>/answer/", question.answer, name="question_answer"),
    path("questions/<uuid:question_id>/day/", question.day, name="question_day"),
    path("questions/<uuid:question_id>/parking/", question.parking, name="question_parking"),
    path("questions/<uuid:question_id>/later/", question.later, name="question_later"),
    path("questions/<uuid:question_id>/word/", question.word, name="question_word"),
    path("questions/<uuid:question_id>/withdrawal/", question.withdrawal, name="question_withdrawal"),
]
