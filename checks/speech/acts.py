"""An act of speech: somebody says, finds or states something, somewhere in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from checks.speech.terms import Term

# What may follow a verb whose words stand before it: "..., she said on Friday."
_TAIL: Final = re.compile(
    r"\s*(?:(?:on|in|at|last|yesterday|today|earlier|this|to|when|after|reporters|also|the|us|me"
    r"|inspectors|councillors|mps|as|during|of)\b"
    r"[^,;“0-9]{0,60})?[.!?…]?”?\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Somebody speaks. `start` is where the speaker's words begin, `verb_end` where the verb ends.

    `post` is true when what is said stands before ("..., the report says"), `mid` when it stands
    on both sides ("calls, the report says, went unanswered"). `verb` is the kind of verb.
    """

    start: int
    verb_start: int
    verb_end: int
    term: Term
    post: bool = False
    mid: bool = False
    verb: str = "said"


def ends_sentence(text: str, at: int) -> bool:
    """Whether nothing but when, where and to whom it was said follows."""
    return _TAIL.match(text, at) is not None
