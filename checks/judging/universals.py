"""What words without a number say of how many: all, none, or most."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from checks.quantities import find_quantities

Universal = Literal["all", "none", "most"]

_ALL: Final = re.compile(
    r"\b(?:every|all|each|always|everyone|everybody|without exception|without fail|in full|fully"
    r"|100%)\b"
)
_QUEUES: Final = r"(?:backlogs?|queues?|waiting lists?|arrears)"
_GONE: Final = r"(?:cleared|wiped out|eliminated|eradicated|got rid of|abolished|done away with)"
_NONE: Final = re.compile(
    r"\b(?:not one|not a single|none|nobody|no one|never|zero|no longer (?:any|have|has)"
    r"|(?:not|n't)(?: [a-z]+){0,3} (?:any|anyone|anybody|anything|a single|one)"
    rf"|(?:{_GONE}|ended)(?: all| the| our| its| any| whole| entire){{1,3}}(?: [a-z]+){{0,2}}"
    rf" (?:{_QUEUES}|delays?|waits?|shortages?|vacanc\w+)"
    rf"|{_QUEUES} (?:has|have|is|are|was|were)(?: now| all| been)* (?:{_GONE}|gone)"
    r"|no (?:longer an? )?(?:backlog|queue|delay|wait|waiting list)s?"
    r"|no (?:child|victim|caller|call|case|crime|suspect|offender|detainee|emergency))\b"
)
_MOST: Final = re.compile(
    r"(?:^|[.;:,] )(?:the vast |a large |the )?(?:most|majority)(?: of)?(?: the| our| its| their)? "
    r"(?!recent|important|serious|likely|vulnerable|notable|of all)[a-z]"
    r"|\bmost of (?:the|our|its|their|these|them)\b|\b(?:the|a) (?:vast )?majority of\b"
)
_NOT_ALL: Final = re.compile(
    r"\b(?:all in all|first of all|above all|after all|at all|all the time|not all|not every"
    r"|almost all|nearly all|not always|(?:every|each) (?:day|week|month|year|time)"
    r"|all (?:over|across|around|round)|all areas?|none the less|never been)\b"
)


@lru_cache(maxsize=16_384)
def universal_of(text: str) -> Universal | None:
    """None before all before most; "all over" and "not every" are none of them."""
    words = _NOT_ALL.sub(" ", text.casefold())
    if _NONE.search(words) or any(quantity.high == 0 for quantity in find_quantities(text)):
        return "none"
    if _ALL.search(words):
        return "all"
    return "most" if _MOST.search(words) else None
