"""Foreign money respelled, so that a grammar that knows three currency signs reads all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from checks.newswords.words import longest_first, names

# "PS" is the pound sign in texts that were forced into ASCII; "PS5" is a console.
_CONSOLE: Final = r"PS[1-5](?![0-9kmb]|[.,][0-9]|\s[mb]illion)"
_GLUED_MINUS: Final = re.compile(r"\bminus-(?=[0-9])", re.IGNORECASE)
_SIGN_THEN_MINUS: Final = re.compile(r"([£€$])([-−])(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text of the same length as the one it was made of. For the offset of each currency sign
    put in, `starts` says where the currency's own spelling began, `currencies` its name.
    """

    text: str
    starts: Mapping[int, int]
    currencies: Mapping[int, str]


def respell(text: str) -> Respelled:
    """ "RM64", "HK $7.2m" and "INR2 trillion" with "$" before the digits; "PS3m" with "£"."""
    starts: dict[int, int] = {}
    currencies: dict[int, str] = {}

    def sign(match: re.Match[str]) -> str:
        name = names("prefix")[match["prefix"].replace(" ", "")]
        at = match.end() - 1
        starts[at], currencies[at] = match.start(), name
        return ("£" if name == "pound sterling" else "$").rjust(len(match[0]))

    text = _GLUED_MINUS.sub(lambda match: match[0].replace("-", " "), text)
    text = _SIGN_THEN_MINUS.sub(r"\2\1", text)
    return Respelled(_prefixes().sub(sign, text), starts, currencies)


@cache
def _prefixes() -> re.Pattern[str]:
    """A currency that touches a digit or stands a space before it; "HK$" may be "HK $"."""
    spaced = longest_first("prefix").replace(r"\$", r" ?\$")
    words = "|".join(word.removeprefix(" ?") for word in spaced.split("|"))
    return re.compile(rf"(?<![A-Za-z0-9])(?!{_CONSOLE})(?P<prefix>{words})\s?(?=[0-9])")
