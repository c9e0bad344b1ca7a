"""What stays with one person: letters never sent, anger burnt or kept, and the ten minutes."""

from django.urls import get_resolver

from glasswork.letters.kinds import OWN, Kept, PullTold
from glasswork.letters.tests.make import MINUTE, TONIGHT, WORDS, Clock, all_of, at, body, here_of, page
from glasswork.spaces.models import Entry, Slip
from tests.cast import Actor, undone

Couple = tuple[Actor, Actor]


def test_a_letter_never_sent_is_kept_read_and_erased(sam: Actor) -> None:
    for _ in range(2):
        sam.post("/letters/never-sent/", {"to": "Mum", "words": WORDS, "once": "one"})
    (kept,) = all_of(sam, Kept, OWN)
    assert kept.as_text() == f"Mum\n{WORDS}"
    entry = Entry.objects.filter(space_id=sam.private.id).latest("sequence").id
    assert WORDS in page(sam, f"/letters/kept/{entry}/")
    sam.post(f"/letters/kept/{entry}/erasure/")
    assert sam.get(f"/letters/kept/{entry}/").status_code == 404
    assert not all_of(sam, Kept, OWN)


def test_no_page_of_it_has_a_way_to_send(couple: Couple) -> None:
    ana = couple[0]
    ana.post("/letters/never-sent/", {"words": WORDS})
    ana.post("/letters/anger/", {"words": WORDS, "act": "keep"})
    entries = Entry.objects.filter(space_id=ana.private.id).order_by("-sequence")[:2]
    paths = ["/letters/never-sent/", "/letters/anger/", *(f"/letters/kept/{entry.id}/" for entry in entries)]
    before = Entry.objects.filter(space_id=ana.shared.id).count()
    for path in paths:
        assert "Send" not in page(ana, path).partition("<main")[2]
        for act in ("send", "ready", "tell"):
            ana.post(path, {"act": act, "words": WORDS})
    assert Entry.objects.filter(space_id=ana.shared.id).count() == before
    assert get_resolver().resolve("/letters/anger/").url_name == "anger"


def test_burnt_words_are_stored_nowhere(sam: Actor) -> None:
    before = Entry.objects.count(), Slip.objects.count()
    assert sam.post("/letters/anger/", {"act": "burn", "words": WORDS}).status_code == 302
    assert sam.post("/letters/draft/anger/", {"words": WORDS}).status_code == 204
    assert (Entry.objects.count(), Slip.objects.count()) == before
    assert "Gone" in page(sam, "/letters/anger/?burnt=1")


def test_the_button_that_burns_belongs_to_a_form_without_the_words(sam: Actor) -> None:
    text = page(sam, "/letters/anger/")
    burning = text.partition('<form id="burning"')[2].partition("</form>")[0]
    assert "textarea" not in burning
    assert 'form="burning"' in text


def test_ten_minutes_by_the_stored_moment(couple: Couple, clock: Clock) -> None:
    ben = couple[1]
    ben.post("/letters/pull/reasons/", {"words": WORDS})
    ben.post("/letters/pull/", {"act": "begin"})
    at(clock, TONIGHT + 4 * MINUTE, ben)
    ben.post("/letters/pull/", {"act": "begin"})  # a second press begins nothing anew
    text = page(ben, "/letters/pull/")
    assert "six minutes left" in text
    assert WORDS in text
    for moment in (TONIGHT + 4 * MINUTE, TONIGHT - 60 * MINUTE):
        at(clock, moment, ben)
        ben.post("/letters/pull/?until=0", {"act": "not", "until": "0"})
        assert here_of(ben).pull.until == TONIGHT + 10 * MINUTE
        assert page(ben, "/letters/pull/")
    at(clock, TONIGHT + 10 * MINUTE, ben)
    assert "The ten minutes are over" in page(ben, "/letters/pull/")
    ben.post("/letters/pull/", {"act": "not"})
    assert "you didn’t write" in page(ben, "/letters/pull/")


def test_one_tap_tells_in_fixed_words_and_once_a_day(couple: Couple) -> None:
    ana, ben = couple
    for _ in range(2):
        ben.post("/letters/pull/", {"act": "tell", "words": WORDS})
    assert len(all_of(ana, PullTold)) == 1
    assert "Ben felt the pull to write to them, and told you" in page(ana, "/today/")
    assert WORDS not in page(ana, "/letters/")
    assert "You told Ana" in page(ben, "/letters/pull/")


def test_writing_anyway_leads_privately_to_what_helps(couple: Couple) -> None:
    ana, ben = couple
    ben.post("/letters/pull/", {"act": "wrote"})
    assert "Here is what helps now" in page(ben, "/letters/pull/")
    assert not all_of(ana, PullTold)


def test_alone_nobody_is_told(sam: Actor) -> None:
    assert "Sharing has stopped" in body(sam.post("/letters/pull/", {"act": "tell"}))
    assert 'value="tell"' not in page(sam, "/letters/pull/")


def test_what_came_of_it_cannot_be_told_from_outside(couple: Couple, clock: Clock) -> None:
    """Not, wrote: the same rows of the same size, for a thief too."""
    ben, seen = couple[1], []
    for act in ("not", "wrote"):
        with undone():
            ben.post("/letters/pull/", {"act": "begin"})
            clock.move_to(TONIGHT + 10 * MINUTE)
            ben.post("/letters/pull/", {"act": act})
            seen.append(sorted((row.owner, row.expires_on, len(row.body)) for row in Slip.objects.all()))
        clock.move_to(TONIGHT)
    assert seen[0] == seen[1]
