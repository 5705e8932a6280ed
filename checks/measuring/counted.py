"""Whether a number names what it counts right behind it ("40 knives") or not ("fell to 40 in")."""

from __future__ import annotations

import re
from typing import Final

from warehouse.records import Quantity

_NEXT: Final = re.compile(r"[-\s]{0,3}(?:plus\s)?([^\W\d_]+)")
_NO_NOUN: Final = frozenset(
    "in to by on at were was are is have has had this last and or after since during compared from"
    " over for with per a an the each as so while but which who when between than that will be been"
    " against across within under following before until alone now then went came also not it they"
    " we he she his her our their its last year-on-year up down here there more fewer less being of"
    " whom did do does would could can may must should".split()
)
_PARTICIPLES: Final = frozenset(
    "seen found taken made caught held given sent put shut brought broken left kept got"
    " gone".split()
)


def names_its_noun(sentence: str, quantity: Quantity) -> bool:
    """Whether a noun or its adjective follows at once; participles ("5 charged") are no nouns."""
    match = _NEXT.match(sentence, quantity.end)
    if match is None:
        return False
    word = match.group(1).lower()
    return word not in _NO_NOUN and not word.endswith("ed") and word not in _PARTICIPLES
