from django.urls import path

from glasswork.talks.pulses import pulse
from glasswork.talks.views import ending, front, invitation, longer, now, space, turn

urlpatterns = [
    path("talks/now/pulse/", pulse, name="talk_pulse"),  # asked for every second, so it stands first
    path("talks/", front.talks, name="talks"),
    path("talks/now/", now.talk_now, name="talk_now"),
    path("talks/now/turn/", turn.turn, name="talk_turn"),
    path("talks/now/notes/", turn.notes, name="talk_notes"),
    path("talks/now/ending/", ending.ending, name="talk_ending"),
    path("talks/lines/withdrawal/", front.line_withdrawal, name="talk_line_withdrawal"),
    path("talks/<slug:slug>/", invitation.invitation, name="talk_invitation"),
    path("space/", space.space, name="space"),
    path("space/return/", space.back, name="space_return"),
    path("space/longer/", longer.longer, name="space_longer"),
    path("space/longer/answer/", longer.answer, name="space_answer"),
]
