from django.urls import path

from glasswork.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("exit/", views.exit_now, name="exit"),
    path("session/", views.session, name="session"),
    path("recovery/", views.recovery, name="recovery"),
    path("me/password/again/", views.again, name="again"),
    path("me/password/", views.password, name="password"),
    path("me/recovery-code/", views.recovery_code, name="recovery_code"),
]
