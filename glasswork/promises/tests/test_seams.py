"""What both call mended: only what both said, once, with its day."""

import time_machine

from glasswork.promises.kinds_of_telling import TELLING
from glasswork.promises.seams import Seam, seams_in
from glasswork.promises.tests.make import DAY, TODAY, mend, page, tell
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

Couple = tuple[Actor, Actor]


def known(actor: Actor) -> list[Seam]:
    members = [actor.shared.me, actor.shared.partner.account]  # type: ignore[union-attr]
    return seams_in(read_entries(Want(actor.shared, tags=(TELLING,))), members)


def test_a_seam_is_gold_on_the_day_of_the_second_word(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    told = tell(ben)
    mend(ben, told)
    ben.post(f"/promises/told/{told}/mended/")
    assert known(ana) == []
    clock.shift(3 * DAY)
    for actor in couple:
        actor.sign_in()
    ana.post(f"/promises/told/{told}/mended/")
    assert known(ana) == known(ben) == [Seam(told, TODAY + 3 * DAY)]
    assert "22 November" in page(ben, f"/promises/told/{told}/").partition("the seam is gold")[2][:80]
