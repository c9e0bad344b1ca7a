from django.urls import path

from glasswork.pairing import views

urlpatterns = [
    path("pairing/", views.pairing, name="pairing"),
    path("pairing/preview/", views.preview, name="pairing_preview"),
    path("pairing/invitation/", views.invitation, name="pairing_invitation"),
    path("pairing/code.svg", views.code_picture, name="pairing_code_picture"),
    path("pairing/pause/", views.pause, name="pairing_pause"),
    path("pairing/join/", views.join, name="pairing_join"),
    path("pairing/offer/", views.offer, name="pairing_offer"),
    path("pairing/words/", views.words, name="pairing_words"),
    path("pairing/withdrawal/", views.withdrawal, name="pairing_withdrawal"),
    path("pairing/welcome/", views.welcome, name="pairing_welcome"),
    path("pairing/end/", views.end, name="pairing_end"),
    path("pairing/pulse/", views.pulse, name="pairing_pulse"),
]
