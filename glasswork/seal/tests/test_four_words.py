import re
from itertools import permutations
from pathlib import Path

import pytest

from glasswork.seal.identity import WORDS, Identity, PublicIdentity, four_words, new_identity

UNKIND = re.compile(
    r"abus|affair|afraid|aisle|alone|anger|angry|argue|assault|attack|betray|bitter|blade|blame|blood|body|bomb|broken"
    r"|bullet$|cheap|cheat|control|couple|crime|cruel|cry$|damage|danger|deceit|deny|desire|despair|dirt|divorce|dumb"
    r"|enemy|evidence|evil|expose|faith|false|fantasy|fat$|fatal|fault|force|ghost|gossip|grief|guilt|gun|hate|hidden"
    r"|hotel|hurt|husband|innocent|jealous|judge|kill|kiss|knife|leave|liar|lonely|lost|love|loyal|lust|mad$|marriage"
    r"|master|message|mistake|mistress|monster|naked|nasty|never|panic|phone|photo|pill$|pistol|police|prison|private"
    r"|proof|rape|razor|regret|reject|replace|reveal|revenge|rival|romance|sad$|secret|sex|shame|shoot|silent|sister"
    r"|skin|slave|sleep|smoke|sorry|spy|steal|suffer|suspect|threat|toxic|trap|trash|trick|trust|truth|ugly|unfair"
    r"|unhappy|used|useless|victim|violen|vow|weapon|wedding|whip|whisper|wife|wine|woman|worry|wound|wrist|wrong"
)


def make_public(number: int) -> PublicIdentity:
    return PublicIdentity(exchange=bytes([number]) * 32, signing=bytes([number + 1]) * 32)


def test_both_people_see_the_same_four_words() -> None:
    ana, ben = new_identity().public, new_identity().public
    assert four_words(ana, ben) == four_words(ben, ana)
    assert set(four_words(ana, ben)) <= set(WORDS)


@pytest.mark.parametrize(
    "replaced",
    [
        PublicIdentity(exchange=bytes(32), signing=make_public(3).signing),
        PublicIdentity(exchange=make_public(3).exchange, signing=bytes(32)),
        PublicIdentity(exchange=make_public(3).signing, signing=make_public(3).exchange),
    ],
)
def test_any_replaced_key_changes_the_words(replaced: PublicIdentity) -> None:
    ana, ben = make_public(1), make_public(3)
    assert four_words(ana, ben) != four_words(ana, replaced)
    assert four_words(ben, ana) != four_words(replaced, ana)


def test_the_list_has_2048_plain_words_in_order() -> None:
    assert len(WORDS) == len(set(WORDS)) == 2_048
    assert list(WORDS) == sorted(WORDS)
    assert all(re.fullmatch("[a-z]{3,12}", word) for word in WORDS)


def test_no_word_is_unkind_to_somebody_hurt() -> None:
    assert [word for word in WORDS if UNKIND.match(word)] == []


def test_the_list_carries_its_licence() -> None:
    licence = Path(__file__).parents[1] / "LICENSE-words_en.txt"
    assert "The MIT License" in licence.read_text(encoding="utf-8")


def test_an_identity_has_four_keys_of_32_bytes() -> None:
    identity = new_identity()
    keys = [getattr(identity, field) for field in Identity.__struct_fields__]
    assert [len(key) for key in keys] == [32] * 4
    assert all(one != other for one, other in permutations(keys, 2))
    assert identity != new_identity()
