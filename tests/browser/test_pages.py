"""Pages that no journey passes, in light and dark; what is printed; and what a page weighs."""

import gzip
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.acts import answer_hard_questions, arrive, write_evening
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor
from tests.test_access import routes

MOST_SCRIPT, MOST_STYLE = 20_000, 12_000
OPEN_TO_ALL = {
    "safety": "/safety/",
    "help": "/help/",
    "help-country": "/help/?country=GB",
    "calm": "/calm/",
    "timer": "/timer/",
    "elements": "/elements/",
    "left": "/left/",
}
ONES_OWN = {
    "my-name": "/me/name/",
    "settings": "/me/settings/",
    "password": "/me/password/",
    "new-keys": "/me/new-keys/",
    "leave": "/me/leaving/",
    "password-again": "/me/password/again/?next=/me/",
    "pairing-none": "/pairing/",
    "goals-behind": "/goals/behind/",
    "trust-chart": "/how-far/trust/",
    "pairing-pause": "/pairing/pause/",
    "first-code-made": "/start/recovery-code/",
    "record-empty": "/record/",
    "own-day-empty": "/check-in/mine/2026-01-01/",
}
# Routes whose pages journeys look at on their way, and those that show none.
ON_THE_WAY = set(
    """leaving trust_theirs intake_page first_steps plan_changes plan_step landing start first_code sign_in recovery
    today talk me check_in held round heard verdict reply correction withdrawal enough safety_question hark
    safety_answer support pairing pairing_preview pairing_invitation pairing_join pairing_offer pairing_words
    pairing_end record recovery_code plan step stage search exercise written show_written library library_page
    deck sheet enquiries directory lines line_new line line_words line_agreement line_review lines_paper
    own_lines own_line scenario_cards contact contact_new openness offer offer_welcome openness_request
    who_knows promises promise_new promise promise_outcome promise_word promises_before small_things not_ready
    big_things big_new big putting_right tell told told_door hard_news repair roads commitment decision review
    parting_list talks talk_invitation talk_now talk_notes space space_longer space_answer account
    account_door account_new account_scope anger comfort goal goal_growth goal_words my_goals our_goals
    my_goal_new our_goal_new how_far jar jar_one looking_back looking_back_new month_letter month_letters
    window_picture kept_letter letter letter_aloud letter_choice letter_door letter_reply letter_write letters
    never_sent pull pull_reasons question question_new questions questions_hour questions_mine
    questions_therapist""".split()
)
NO_PAGE = set(
    """intake intake_draft plan_readiness exit sign_out session pulse pairing_pulse draft put_off other_places
    round_draft manifest service_worker pairing_code_picture pairing_withdrawal pairing_welcome exercise_draft erasure
    line_draft line_stop line_talk line_withdrawal line_aside contact_closing offer_shown request_aside
    promise_draft promise_choice promise_end promise_withdrawal small_crossing small_done small_end
    small_thanks big_answer big_step right_landed right_offer_answer right_offer_end right_offers
    commitment_end commitment_held corner_end last_words repair_mended repair_reply told_answer
    told_withdrawal space_return talk_ending talk_pulse talk_turn account_later account_withdrawal
    account_word goal_agreement goal_draft goal_end goal_step goal_steps goal_withdrawal growth_withdrawal
    how_far_draft how_far_erasure kept_letter_erasure letter_answer letter_draft letter_heard
    kept_letter_understood letter_understood letter_withdrawal question_answer question_day question_draft
    question_later question_parking own_help_lines question_withdrawal question_word talk_line_withdrawal
    trust_sharing window_hiding agreements_draft letter_mirror letter_promise""".split()
)
HERE = set("safety help_lines calm timer elements left my_name settings password again new_keys leave".split())
HERE |= {"own_day", "pairing_pause", "goals_behind", "trust_chart"}


def test_no_page_is_forgotten() -> None:
    assert {str(route.name) for route in routes()} == ON_THE_WAY | NO_PAGE | HERE


@pytest.mark.parametrize("name", OPEN_TO_ALL)
def test_a_page_for_everyone(meet: Meet, name: str) -> None:
    meet().open(OPEN_TO_ALL[name]).look(name)


def test_pages_of_ones_own(meet: Meet) -> None:
    sam = arrive(meet(), "Sam")
    for name, path in ONES_OWN.items():
        sam.open(path).look(name)
    sam.open("/me/name/").write("What shall we call you?", "").press("Change my name").look("my-name-problem")
    sam.open("/me/recovery-code/").look("recovery-code")
    make_new_code(sam).look("recovery-code-new")


def test_pages_on_a_wide_screen(meet: Meet) -> None:
    sam = meet("desktop").open("/").look("wide-landing").open("/start/").look("wide-first-run")
    sam.open("/calm/").look("wide-calm")
    arrive(sam, "Sam").look("wide-today").open("/check-in/").look("wide-check-in")
    sam.open("/talk/").look("wide-talk").open("/me/").look("wide-me").open("/pairing/").look("wide-pairing")


def test_pages_of_somebody_who_does_not_feel_safe(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/safety/question/").press("Not always")
    sam.is_headed("Thank you for saying so").look("hark-after-not-always").press("Done").look("safety-not-always")
    sam.open("/safety/question/").press("No").press("Done").is_headed("You don’t have to carry this alone")
    answer_hard_questions(sam.look("safety-resting").open("/pairing/preview/"))
    sam.is_headed("Steps for two rest for now").look("pairing-resting")


def test_pages_for_what_is_not_there_or_was_not_sent(meet: Meet) -> None:
    somebody = meet()
    somebody.guard.expect("status of 404")
    somebody.guard.expect("status of 403")
    somebody.open("/nowhere/").look("not-found").open("/sign-in/").context.clear_cookies()
    somebody.press("Sign in").reads("keeps no cookies").look("refused")


def test_the_theme_that_was_chosen_wins_over_the_device(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/me/settings/").tick("Dark").press("Keep these settings").arrives_at("/me/")
    sam.page.emulate_media(color_scheme="light")
    dark = sam.page.evaluate("getComputedStyle(document.body).backgroundColor")
    sam.open("/me/settings/").tick("Light").press("Keep these settings").arrives_at("/me/")
    sam.page.emulate_media(color_scheme="dark")
    assert dark == "rgb(17, 23, 28)"
    assert sam.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(246, 244, 238)"


def test_what_is_printed(meet: Meet) -> None:
    sam = arrive(meet(), "Sam")
    write_evening(sam, feeling="Sad", because="the days are long").press("Keep it").arrives_at("/today/")
    make_new_code(sam.open("/me/recovery-code/"))
    is_printed(sam, "#the-code", "h1")
    sam.open("/talk/")
    is_printed(sam, "h1", "blockquote")


def make_new_code(visitor: Visitor) -> Visitor:
    return visitor.write("Your password", visitor.password).press("Make a new code").is_headed("Your new recovery code")


def is_printed(visitor: Visitor, *words: str) -> None:
    visitor.page.emulate_media(media="print")
    for each in words:
        expect(visitor.page.locator(each).first).to_be_visible()
    for each in ("header", "nav", "button", ".button", ".foot"):
        expect(visitor.page.locator(each).locator("visible=true")).to_have_count(0)
    visitor.take_shots(re.sub(r"\W+", "-", f"print{visitor.path}")).page.emulate_media(media="screen")


def test_what_a_page_weighs(meet: Meet) -> None:
    sam = meet()
    weigh(sam, "/", "/start/", "/calm/")
    weigh(arrive(sam, "Sam"), "/today/", "/check-in/", "/talk/", "/me/settings/", "/pairing/")


def weigh(visitor: Visitor, *paths: str) -> None:
    for path in paths:
        loaded = (
            visitor.open(path).settled().evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
        )
        for suffix, most in ((".js", MOST_SCRIPT), (".css", MOST_STYLE)):
            bytes_ = sum(weight(url) for url in {url for url in loaded if url.endswith(suffix)})
            assert 1000 < bytes_ <= most, f"{path} has {bytes_} bytes of {suffix}"


def weight(url: str) -> int:
    with urlopen(url) as answer:
        return len(gzip.compress(answer.read(), 9))
