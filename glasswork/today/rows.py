"""“From <partner>”, as its rows stand on the page: of every room, in one order. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from glasswork.agreements.news import Notice
from glasswork.letters.news import Line
from glasswork.questions.news import QuestionNotice
from glasswork.today.acts import Claim
from glasswork.today.news import News
from glasswork.ui.jinja import url


class Row(NamedTuple):
    """``day`` is None for what waits for an answer, on whatever day it came."""

    words: str
    href: str
    day: date | None = None


def in_order(rows: Iterable[Row]) -> list[Row]:
    """What waits first, then the newest day first; of one day in the order in which they come."""
    return sorted(rows, key=lambda row: row.day or date.max, reverse=True)


def news_row(news: News) -> Row:
    return Row(news.line, url("round", round_id=news.round), news.evening)


def claim_row(claim: Claim) -> Row:
    return Row(claim.line, url("promise", thread_id=claim.promise), claim.day)


def letter_row(line: Line) -> Row:
    return Row(line.words, url("letter", letter_id=line.letter) if line.letter else url("letters"), line.day)


def question_row(notice: QuestionNotice) -> Row:
    question = notice.question
    return Row(notice.words, url(notice.page, question_id=question) if question else url(notice.page))


def longer_row(words: str) -> Row:
    return Row(words, url("space_longer"))


def notice_row(notice: Notice) -> Row:
    return Row(notice.words, url("line", line_id=notice.line) if notice.line else url(notice.page), notice.day)
