"""Every route by its sort, for the access matrix (Z4); one that is missing here fails the build.

A page is one of nine sorts. PUBLIC answers everybody alike. OWN needs a sign-in and opens only the visitor's own
spaces. ROUND is about one round and exists for the two who can read it alone. WAITING is about an answer that waits,
MINE and OWN_LINE about something in one's own space; all exist for their writer alone. THREAD is about one promise,
ask or told thing, LINE about one line of two; both exist for the two who can read them. LEAVING leads away or answers
a token.
"""

from uuid import UUID

PUBLIC = """landing start sign_in recovery safety help_lines calm timer manifest service_worker elements left""".split()
OWN = """today first_code put_off talk own_day check_in draft me my_name settings other_places record again password
recovery_code pairing pairing_preview pairing_invitation pairing_code_picture pairing_pause pairing_join
pairing_offer pairing_words pairing_withdrawal pairing_welcome pairing_end safety_question hark safety_answer
support plan step stage search exercise exercise_draft written library library_page deck sheet enquiries
directory""".split()
OWN += """promises promise_draft promises_before promise_new small_things not_ready big_things big_new tell hard_news
putting_right right_offers roads commitment commitment_held review decision parting_list last_words""".split()
OWN += """lines line_new line_draft agreements_draft lines_paper own_lines scenario_cards contact contact_new
contact_closing openness offer offer_welcome offer_shown request_aside openness_request who_knows""".split()
OWN += """talks talk_invitation talk_now talk_turn talk_notes talk_ending space space_return space_longer
space_answer talk_line_withdrawal""".split()
OWN += """how_far window_hiding window_picture trust_chart trust_sharing trust_theirs jar jar_one month_letters
month_letter looking_back looking_back_new how_far_draft""".split()
OWN += """intake intake_draft intake_page first_steps plan_changes plan_step plan_readiness""".split()
OWN += """letters letter_draft letter_write letter_choice letter_aloud never_sent anger pull pull_reasons""".split()
OWN += "new_keys leave leaving".split()
OWN += "my_goals our_goals goals_behind my_goal_new our_goal_new goal_draft growth_withdrawal".split()
OWN += """questions question_new question_draft questions_mine questions_therapist questions_hour comfort
account_new account_scope""".split()
ROUND = "round round_draft heard verdict reply correction withdrawal enough".split()
WAITING = ["held"]
MINE = "show_written erasure how_far_erasure".split()
THREAD = """promise promise_outcome promise_word promise_choice promise_end promise_withdrawal small_done small_thanks
small_crossing small_end big big_answer big_step told told_door told_answer told_withdrawal repair repair_reply
repair_mended right_offer_answer right_offer_end right_landed commitment_end corner_end""".split()
THREAD += """letter letter_door letter_heard letter_reply letter_answer letter_mirror letter_promise letter_withdrawal
letter_understood""".split()
THREAD += """question question_answer question_day question_parking question_later question_word question_withdrawal
account account_door account_later account_word account_withdrawal""".split()
OWN_LINE = ["own_line", "goal_growth"]
KEPT = "kept_letter kept_letter_erasure kept_letter_understood".split()
LINE = """line line_words line_agreement line_stop line_talk line_withdrawal line_review line_aside""".split()
GOAL = "goal goal_words goal_steps goal_step goal_agreement goal_end goal_withdrawal".split()
LINE += GOAL
LEAVING = "own_help_lines exit sign_out session pulse pairing_pulse talk_pulse".split()

# Content stands at its own id: any will do.
SLUGS = {
    "step": "talk",
    "intake_page": "1",
    "own_day": "2026-01-01",
    "plan_step": "date-night",
    "plan_readiness": "date-night",
    "stage": "hear",
    "talk_invitation": "mirroring",
    "exercise": "apology",
    "exercise_draft": "apology",
    "library_page": "children",
    "deck": "dates",
    "promise_draft": "promise",
    "month_letter": "2026-01",
    "letter_draft": "never",
    "question_draft": "question",
    "letter_write": "apology",
    "letter_choice": "apology",
    "letter_aloud": "impact",
    "how_far_draft": "jar",
    "goal_draft": "mine",
    "agreements_draft": "declaration",
    "growth_withdrawal": str(UUID(int=1)),
    "sheet": "time-out-card",
    "offer": "plans",
    "offer_welcome": "plans",
    "offer_shown": "plans",
    "openness_request": "plans",
}
