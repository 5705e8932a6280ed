"""The words by which pages are cut: what marks a finding, a grade, clutter or an error page.

Sites share words far more than class names, so the cut is made by these: `words.csv` holds one
pattern a row. Whether a grade or a finding is claimed is for `checks` to say; here the words only
tell which texts belong together.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import Final

GRADE: Final = re.compile(
    r"(?:(?:our |overall |the )?(?:judge?ment|graded?|rating|rated)(?: is| as)?[ :–-]{0,3})?"
    r"(?:outstanding|good|adequate|requires[ -]improvement|inadequate)",
    re.IGNORECASE,
)
GRADE_WORD: Final = re.compile("outstanding|good|adequate|improvement", re.IGNORECASE)
BYLINE: Final = re.compile(
    r"(?:words |written |report )?[Bb]y:? [A-Z][\w.’'-]*(?: [\w.,’'@&|-]+){0,7}"
)
SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’)\]]*$")
VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|as|rated|graded|judged|said|says)\b", re.IGNORECASE
)
DASHES: Final = " :–—-|,\t\r\n"
LONGEST_HEADING: Final = 80
LONGEST_LINE: Final = 350
LONGEST_NOTICE: Final = 250
LONGEST_LABEL: Final = 150
SHORTEST_SENTENCE: Final = 25
LONGEST_PHRASE: Final = 120
CONSENT_WORDS: Final = 5
CONSENT_SHARE: Final = 15


@cache
def _patterns(*uses: str) -> re.Pattern[str]:
    """The alternatives of these uses in `words.csv`."""
    text = resources.files(__package__).joinpath("words.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return re.compile("|".join(row["pattern"] for row in rows if row["use"] in uses), re.IGNORECASE)


def _is_whole(text: str, longest: int, *uses: str) -> bool:
    """Whether the text is one of the patterns, a colon or arrow after it aside."""
    trimmed = text.rstrip(" .:…»›>→\t")
    return len(text) <= longest and _patterns(*uses).fullmatch(trimmed) is not None


def is_grade(text: str) -> bool:
    """Whether the text only names a grade ("Good", "Graded: requires improvement")."""
    return len(text) < LONGEST_HEADING and GRADE.fullmatch(text.strip(DASHES + ".")) is not None


def has_grade(text: str) -> bool:
    """Whether the words of a grade stand anywhere in the text."""
    return GRADE_WORD.search(text) is not None


def is_finding(heading: str) -> bool:
    """Whether it is one of the headings under which inspectors set a finding."""
    return _is_whole(heading, LONGEST_HEADING, "finding")


def split_finding(line: str) -> tuple[str, str] | None:
    """A finding's heading and the text that runs on after it ("Area for improvement: The ...")."""
    head, mark, rest = line.partition(":")
    return (head, rest.strip()) if mark and is_finding(head) and rest.strip() else None


def is_discussion(heading: str) -> bool:
    """Whether readers' comments stand under the heading."""
    return _is_whole(heading, LONGEST_HEADING, "discussion")


def is_other_pages(heading: str) -> bool:
    """Whether the heading stands over teasers for other pages."""
    return _is_whole(heading, LONGEST_HEADING, "other_pages")


def is_clutter(heading: str) -> bool:
    """Whether links to other pages, sharing, comments or the like stand under the heading."""
    return _is_whole(heading, LONGEST_HEADING, "clutter", "other_pages", "discussion")


def is_not_content(line: str) -> bool:
    """Whether a line is a teaser, notice or control of the site rather than part of its text."""
    if _is_whole(line, LONGEST_LINE, "not_content"):
        return True
    return len(line) < LONGEST_NOTICE and _patterns("cookies").search(line) is not None


def is_error_page(opening: str) -> bool:
    """Whether a page that opens with these words says that there is no page."""
    return _patterns("error_page").match(opening) is not None


def is_wall_page(opening: str) -> bool:
    """Whether a page that opens with these words stands before the one that was asked for."""
    return _patterns("wall_page").match(opening) is not None


def is_challenge_page(opening: str) -> bool:
    """Whether a page that opens with these words asks its reader to prove to be a person."""
    return _patterns("challenge_page").match(opening) is not None


def is_script_page(opening: str) -> bool:
    """Whether these words wait for a script to put the page in their place."""
    return _patterns("script_page").match(opening) is not None


def is_gone_title(title: str) -> bool:
    """Whether the whole title says that there is no such page."""
    return _patterns("gone_title").fullmatch(title) is not None


def says_gone(line: str) -> bool:
    """Whether a line says, anywhere, that the page asked for is not there."""
    return _patterns("gone_line").search(line) is not None


def is_consent_request(text: str) -> bool:
    """Whether the text does little but ask for consent: an article below a banner says more."""
    found = [word.lower() for word in _patterns("consent").findall(text)]
    return len(set(found)) >= CONSENT_WORDS and len(found) * CONSENT_SHARE >= len(text.split())


def is_sentence(text: str) -> bool:
    """Whether it is prose: ends like a sentence, or is too long to be a label."""
    ends = SENTENCE_END.search(text) is not None
    return len(text) > LONGEST_PHRASE or (ends and len(text) > SHORTEST_SENTENCE)


def is_label(text: str) -> bool:
    """Whether the text can name what a grade beside it is about."""
    if not 0 < len(text) <= LONGEST_LABEL or is_grade(text) or not any(map(str.isalpha, text)):
        return False
    return not SENTENCE_END.search(text.rstrip(":")) and not VERB.search(text)
