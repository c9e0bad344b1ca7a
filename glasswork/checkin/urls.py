from django.urls import path

from glasswork.checkin.views import evening, saying_back, talk

urlpatterns = [
    path("talk/", talk.talk, name="talk"),
    path("check-in/", evening.check_in, name="check_in"),
    path("check-in/draft/", evening.draft, name="draft"),
    path("check-in/held/<str:day>/", evening.held, name="held"),
    path("check-in/mine/<str:day>/", talk.own_day, name="own_day"),
    path("check-in/<uuid:round_id>/", saying_back.show_round, name="round"),
    path("check-in/<uuid:round_id>/draft/", saying_back.round_draft, name="round_draft"),
    path("check-in/<uuid:round_id>/heard/", saying_back.heard, name="heard"),
    path("check-in/<uuid:round_id>/verdict/", saying_back.verdict, name="verdict"),
    path("check-in/<uuid:round_id>/reply/", saying_back.reply, name="reply"),
    path("check-in/<uuid:round_id>/correction/", saying_back.correction, name="correction"),
    path("check-in/<uuid:round_id>/withdrawal/", saying_back.withdrawal, name="withdrawal"),
    path("check-in/<uuid:round_id>/enough/", saying_back.enough, name="enough"),
]
