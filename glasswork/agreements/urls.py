from django.urls import path

from glasswork.agreements.views import cards, contact, drafts, lines, openness, own_lines, review, worksheet

urlpatterns = [
    path("lines/", lines.lines, name="lines"),
    path("lines/new/", worksheet.new, name="line_new"),
    path("lines/draft/", worksheet.draft, name="line_draft"),
    path("lines/draft/<slug:form>/", drafts.draft, name="agreements_draft"),
    path("lines/paper/", lines.paper, name="lines_paper"),
    path("lines/cards/", cards.scenario_cards, name="scenario_cards"),
    path("lines/mine/", own_lines.own_lines, name="own_lines"),
    path("lines/mine/<uuid:own_id>/", own_lines.own_line, name="own_line"),
    path("lines/<uuid:line_id>/", lines.line, name="line"),
    path("lines/<uuid:line_id>/words/", worksheet.words, name="line_words"),
    path("lines/<uuid:line_id>/agreement/", lines.agreement, name="line_agreement"),
    path("lines/<uuid:line_id>/stop/", lines.stop, name="line_stop"),
    path("lines/<uuid:line_id>/talk/", lines.talk, name="line_talk"),
    path("lines/<uuid:line_id>/withdrawal/", lines.withdrawal, name="line_withdrawal"),
    path("lines/<uuid:line_id>/review/", review.review, name="line_review"),
    path("lines/<uuid:line_id>/aside/", lines.aside, name="line_aside"),
    path("contact/", contact.contact, name="contact"),
    path("contact/new/", contact.declaration, name="contact_new"),
    path("contact/closing/", contact.closing, name="contact_closing"),
    path("openness/", openness.show, name="openness"),
    path("openness/offers/<slug:topic>/", openness.offer, name="offer"),
    path("openness/offers/<slug:topic>/welcome/", openness.welcome, name="offer_welcome"),
    path("openness/offers/<slug:topic>/shown/", openness.shown, name="offer_shown"),
    path("openness/requests/", openness.request_aside, name="request_aside"),
    path("openness/requests/<slug:topic>/", openness.request_, name="openness_request"),
    path("openness/people/", openness.who_knows, name="who_knows"),
]
