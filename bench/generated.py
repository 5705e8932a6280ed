"""Pages of invented police prose, the same for the same seed: something to read at speed.

As on real pages, two sentences in five hold a number, and one in four asserts a figure.
"""

from __future__ import annotations

from random import Random
from typing import Final

SENTENCES: Final = 25
_CLAIM, _OTHER = 0.25, 0.15

_WORDS: Final = {
    "body": (
        "the force|the constabulary|the inspectorate|the regional unit|the control room|the panel"
        "|the commissioner|the neighbourhood team|the serious crime team|the custody suite"
    ),
    "verb": "recorded|dealt with|reviewed|investigated|closed|attended|referred|received|examined",
    "things": (
        "burglaries|robberies|arrests|calls for help|stolen vehicles|complaints|knives"
        "|victims of fraud|missing children|cannabis plants|firearms|vulnerable adults"
        "|domestic abuse incidents|stop searches|warrants|online grooming offences"
    ),
    "topic": (
        "the backlog of cases|the way in which calls are graded|supervision of new staff"
        "|how evidence is stored|the safety of victims|contact with young people"
        "|work with local councils|the culture of its teams|training for detectives"
    ),
    "judged": "has improved|remains a concern|needs attention|is well led|varies between stations",
    "because": (
        "because supervisors look at cases early|although leaders know about the problem"
        "|so people get a better service|while demand keeps changing|which partners welcomed"
    ),
    "bound": "|more than |about |at least |nearly |up to |fewer than |almost |around |over ",
    "period": "last year|in the past twelve months|this summer|since the last inspection|in all",
    "month": "January|March|April|June|September|November|December",
    "town": "Harbourne|Wexcombe|Stallingby|Northmere|Penfold|Ashwick|Great Dalby",
    "small": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty-six|forty",
}

_PLAIN: Final = (
    "We found that {body} understands {topic}, {because}.",
    "Inspectors said {topic} {judged}.",
    "A spokesman for {body} said that {topic} {judged}, {because}.",
    "Staff in {town} told us about {topic}.",
    "In our view {body} should do more about {topic}.",
    "“We take {topic} seriously,” the chief constable said.",
    "{Body} works with charities in {town} on {topic}.",
    "However, {topic} {judged}, {because}.",
)
_CLAIMS: Final = (
    "{Body} {verb} {bound}{count} {things} {period}.",
    "Officers in {town} seized {bound}£{money} in cash {period}.",
    "{Body} said that {share} per cent of {things} were solved {period}, {because}.",
    "The number of {things} rose from {earlier} to {count} {period}.",
    "Between {low} and {high} {things} were {verb} by {body} each month.",
    "{Small} people were charged after {body} {verb} {count} {things}.",
    "{Body} will spend £{money} on {topic}, {because}.",
    "One in {small} {things} led to a charge, and {topic} {judged}.",
)
_OTHERS: Final = (
    "The inspection took place on {day} {month} 20{year}, {because}.",
    "A man from {town}, aged {age}, was arrested at {hour}.30pm.",
    "Anyone with information about {things} should call 101 and quote reference {log}.",
    "{Body} published its plan for 20{year}/{next} in {month}.",
    "The {age}-year-old was seen near junction {day} of the motorway.",
)


def pages(count: int, seed: int) -> list[list[str]]:
    """The sentences of each of so many pages."""
    chance = Random(seed)  # noqa: S311 - nothing secret is drawn
    return [[_sentence(chance) for _ in range(SENTENCES)] for _ in range(count)]


def _sentence(chance: Random) -> str:
    drawn = chance.random()
    kind = _CLAIMS if drawn < _CLAIM else _OTHERS if drawn < _CLAIM + _OTHER else _PLAIN
    words = {name: chance.choice(choices.split("|")) for name, choices in _WORDS.items()}
    body, small = words["body"], words["small"]
    opening = {"Body": body[0].upper() + body[1:], "Small": small.capitalize()}
    return chance.choice(kind).format(**words, **opening, **_numbers(chance))


def _numbers(chance: Random) -> dict[str, str]:
    low, year = chance.randint(2, 400), chance.randint(18, 25)
    sums = (f"{chance.randint(1, 90)}.{chance.randint(1, 9)}m", f"{chance.randint(1000, 99999):,}")
    return {
        "count": f"{chance.randint(2, 12000):,}",
        "earlier": f"{chance.randint(2, 12000):,}",
        "low": str(low),
        "high": str(low + chance.randint(5, 90)),
        "share": str(chance.randint(2, 98)),
        "money": chance.choice([*sums, f"{chance.randint(2, 9)} million"]),
        "day": str(chance.randint(1, 28)),
        "year": str(year),
        "next": str(year + 1),
        "age": str(chance.randint(14, 88)),
        "hour": str(chance.randint(1, 11)),
        "log": f"{chance.randint(10, 99)}/{chance.randint(10000, 99999)}/{year}",
    }
