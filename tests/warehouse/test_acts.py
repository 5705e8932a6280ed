"""What a decision must hold, and what it may not: whoever calls, the ledger keeps nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from tests.warehouse import samples
from warehouse.errors import UsageError
from warehouse.ledger.acts import require_possible, require_whole
from warehouse.records import Act, Decision, Entry


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("ruling", {}),
        ("ruling", {"ruling": "no_issue", "reason": "wrong_match", "note": "Other force."}),
        ("note", {"note": "First line.\nSecond\tline. 👩🏽‍🚒 نه"}),
        ("undo", {"about": 1}),
        ("undo", {"about": 1, "note": "Wrong case."}),
        ("reopen", {"note": "The force has answered."}),
        ("signature", {"about": 1, "ruling": "upheld"}),
        ("correction", {"corrects": "period", "correction": "2023-04-01 to 2024-03-31"}),
        ("note", {"note": "x" * 4_000}),
        ("note", {"note": "x", "by": "x" * 100}),
        ("note", {"note": "x", "by": "O’Neill-Ní Bhriain"}),
    ],
)
def test_a_whole_decision_is_taken(what: Act, fields: dict[str, Any]) -> None:
    require_whole(samples.decision(what, **fields))


@pytest.mark.parametrize(
    ("what", "fields", "told"),
    [
        ("guess", {}, "what: expected one of correction, note, reopen, ruling, signature, undo"),
        ("ruling", {"ruling": None}, "ruling: expected something for 'ruling', seen nothing"),
        ("ruling", {"ruling": "true"}, "ruling: expected one of .*upheld, seen 'true'"),
        ("ruling", {"ruling": "no_issue"}, "reason: expected one .*seen none with no_issue"),
        ("ruling", {"reason": "rounding"}, "reason: expected one .*seen rounding with upheld"),
        ("ruling", {"ruling": "no_issue", "reason": "bored"}, "reason: expected one of .*'bored'"),
        ("ruling", {"about": 1}, "ruling: expected nothing for 'about', seen 1"),
        ("note", {}, "note: expected something for 'note', seen nothing"),
        ("note", {"note": "x", "reason": "known"}, "reason: expected one .*seen known with note"),
        ("undo", {}, "undo: expected something for 'about'"),
        ("reopen", {}, "reopen: expected something for 'note'"),
        ("signature", {"ruling": "upheld"}, "signature: expected something for 'about'"),
        ("signature", {"about": 1}, "signature: expected something for 'ruling'"),
        ("correction", {"correction": "7"}, "correction: expected something for 'corrects'"),
        ("correction", {"corrects": "mood", "correction": "calm"}, "corrects: expected one of"),
        ("correction", {"corrects": "value"}, "correction: expected something for 'correction'"),
        ("ruling", {"at": datetime(2024, 5, 1, 9)}, "at: expected an instant with its time zone"),  # noqa: DTZ001
    ],
)
def test_a_decision_that_says_too_little_or_too_much_is_refused(
    what: Act, fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        require_whole(samples.decision(what, **fields))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "expected a name, seen ''"),
        ("  \t ", "expected a name"),
        ("--", "expected a name"),
        ("\u200b\u2060", "expected a name"),
        ("x" * 101, "expected at most 100 characters, seen 101"),
        ("x" * 1_000_000, "seen 1,000,000"),
        ("First\nchecker", r"seen U\+000A"),
        ("First\x1b[31mchecker", r"seen U\+001B"),
        ("First\x00", r"seen U\+0000"),
        ("\u202ereckech tsriF", r"seen U\+202E"),
        ("First\u200bchecker", r"seen U\+200B"),
        ("First\udc80", r"seen U\+DC80"),
        ("First\u2028checker", r"seen U\+2028"),
        (" First checker", "expected single blanks"),
        ("First  checker", "expected single blanks"),
        ("Zoe\u0308", r"composed letters \(NFC\)"),
    ],
)
def test_nobody_signs_with_a_name_that_cannot_be_read(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=f"by: {told}" if "expected" in told else f"by: .*{told}"):
        require_whole(samples.decision(by=name))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("x" * 4_001, "expected at most 4,000 characters, seen 4,001"),
        ("x" * 1_000_000, "seen 1,000,000"),
        ("bell \x07", r"seen the character U\+0007"),
        ("two\r\nlines", r"seen the character U\+000D"),
        ("escape \x1b]0;title\x07", r"seen the character U\+001B"),
        ("turned \u202e round", r"seen the character U\+202E"),
        ("turned \u2067 round", r"seen the character U\+2067"),
        ("half \ud83d", r"seen the character U\+D83D"),
        ("line\u2029end", r"seen the character U\+2029"),
    ],
)
def test_a_note_or_correction_that_could_deceive_is_refused(words: str, told: str) -> None:
    with pytest.raises(UsageError, match=f"note: .*{told}"):
        require_whole(samples.decision("note", note=words))
    with pytest.raises(UsageError, match=f"correction: .*{told}"):
        require_whole(samples.decision("correction", corrects="value", correction=words))


def test_a_refusal_does_not_repeat_what_it_refuses() -> None:
    with pytest.raises(UsageError) as told:
        require_whole(samples.decision(ruling="x" * 1_000_000))
    assert len(str(told.value)) < 300


RULED = [samples.decision()]
SIGNED = [*RULED, samples.decision("signature", about=1, ruling="upheld", by="Second checker")]


def so_far(decisions: Sequence[Decision]) -> list[Entry]:
    return [samples.entry(seq, decision) for seq, decision in enumerate(decisions, start=1)]


@pytest.mark.parametrize(
    ("before", "what", "fields", "told"),
    [
        ([], "undo", {"about": 1}, "undo: expected an entry of this case .*seen 1"),
        (RULED, "undo", {"about": 2}, "seen 2"),
        ([*RULED, samples.decision("undo", about=1)], "undo", {"about": 1}, "seen 1"),
        ([], "reopen", {"note": "x"}, "reopen: expected a case that was ruled on"),
        ([*RULED, samples.decision("reopen", note="x")], "reopen", {"note": "x"}, "seen none"),
        (RULED, "signature", {"about": 2, "ruling": "upheld"}, "expected the ruling that holds"),
        ([*RULED, *RULED], "signature", {"about": 1, "ruling": "upheld"}, "the ruling that holds"),
        (RULED, "signature", {"about": 1, "ruling": "upheld"}, "another person than 'First"),
        (
            SIGNED,
            "signature",
            {"about": 1, "ruling": "upheld", "by": "Second checker"},
            "another person than 'Second",
        ),
    ],
)
def test_an_act_that_finds_nothing_to_act_on_is_refused(
    before: Sequence[Decision], what: Act, fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        require_possible(samples.decision(what, **fields), so_far(before))


@pytest.mark.parametrize(
    ("before", "what", "fields"),
    [
        (RULED, "ruling", {}),
        (RULED, "undo", {"about": 1}),
        ([*RULED, samples.decision("undo", about=1)], "undo", {"about": 2}),
        (RULED, "reopen", {"note": "x"}),
        (SIGNED, "signature", {"about": 1, "ruling": "cannot_tell", "by": "Third checker"}),
    ],
)
def test_an_act_that_finds_its_object_is_taken(
    before: Sequence[Decision], what: Act, fields: dict[str, Any]
) -> None:
    require_possible(samples.decision(what, **fields), so_far(before))
