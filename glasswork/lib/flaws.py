"""What msgspec finds wrong with a file, as an operator would say it."""

import re


def in_words(flaw: str) -> str:
    """“$.country[3]” counts from nought; whoever wrote the file counts entries from one."""
    counted = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", flaw)
    return counted.replace("`$.", "`").removesuffix(".")
