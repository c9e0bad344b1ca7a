from django.urls import path

from glasswork.letters.views import desk, front, own, pull, reading, understood

urlpatterns = [
    path("letters/", front.letters, name="letters"),
    path("letters/draft/<slug:form>/", front.draft, name="letter_draft"),
    path("letters/write/<slug:sort>/", desk.write, name="letter_write"),
    path("letters/write/<slug:sort>/choice/", desk.choice, name="letter_choice"),
    path("letters/write/<slug:sort>/aloud/", desk.aloud, name="letter_aloud"),
    path("letters/never-sent/", own.never_sent, name="never_sent"),
    path("letters/anger/", own.anger, name="anger"),
    path("letters/kept/<uuid:entry_id>/", own.kept, name="kept_letter"),
    path("letters/kept/<uuid:entry_id>/erasure/", own.erasure, name="kept_letter_erasure"),
    path("letters/kept/<uuid:entry_id>/understood/", understood.kept, name="kept_letter_understood"),
    path("letters/pull/", pull.pull, name="pull"),
    path("letters/pull/reasons/", pull.reasons, name="pull_reasons"),
    path("letters/<uuid:letter_id>/", reading.letter, name="letter"),
    path("letters/<uuid:letter_id>/door/", reading.door, name="letter_door"),
    path("letters/<uuid:letter_id>/heard/", reading.heard, name="letter_heard"),
    path("letters/<uuid:letter_id>/reply/", reading.reply, name="letter_reply"),
    path("letters/<uuid:letter_id>/answer/", reading.answer, name="letter_answer"),
    path("letters/<uuid:letter_id>/mirror/", reading.mirror, name="letter_mirror"),
    path("letters/<uuid:letter_id>/promise/", reading.promise, name="letter_promise"),
    path("letters/<uuid:letter_id>/understood/", understood.letter, name="letter_understood"),
    path("letters/<uuid:letter_id>/withdrawal/", reading.withdrawal, name="letter_withdrawal"),
]
