"""What holds of every text: spans, formats read back, earlier claims, cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from checks.claims import extract
from checks.numbers.lexicon import word_set
from checks.quantities import find_quantities, read_numbers
from checks.sentences import sentences
from tests.checks.pages import GAZETTEER, page
from warehouse.records import Claim, Quantity

# Expanding under NFKC, invisible, astral, half of a pair, right to left, digits of other scripts.
ODD = (
    "½ﷺﬁ①²㎏Ⅷ…\u00ad\u200b\u200e\u2060\ufeff\ud83d\udc6e\U0001f46e\u00a0\u202f\u2009"
    "５٣०'’–—−£€$%.,:;/-()\n\t"
)
WORDS = (
    "one two ten twenty hundred thousand million billion dozen dozens hundreds half a third "
    "quarter and or to between from in out of per cent £ € $ 5 12 1,000 3.5 £4m £2-3m 2023/24 no "
    "none not single every all any were was times fold twice double doubled figure sum "
    "point points up down by more than at least fewer hour year old years of age 101 section 5 - – "
    ", . ; : ( ) \" ' ½ s st nd 0800 24/7 several few couple zero nil tenfold metre m k bn "
    "men arrests last 12 months May"
).split()

printed = st.characters(exclude_categories=["Cs"])  # what a document's text may hold
raw_text = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)
wordy_text = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " ", "-", "\u00a0"])), max_size=30
).map(lambda parts: "".join(word + gap for word, gap in parts))
odd_text = st.tuples(wordy_text, raw_text, wordy_text).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(raw_text, wordy_text, odd_text))
@example("half - - - - - - a hundred")
@example("5 and a - - - - - -")
@example("one in - - - - - - - -")
@example("between 5 and " + "1" * 5000 + "/2 of them")
@example("five" + "\u00ad" + " men")
@example("ﷺ5ﷺ£\u00ad4m")
def test_every_number_is_the_words_that_stand_at_its_offsets(text: str) -> None:
    numbers = [number.quantity for number in read_numbers(text)]
    for quantity in numbers:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
    assert numbers == sorted(numbers, key=lambda quantity: quantity.start)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(wordy_text, st.text(printed, max_size=60)), min_size=1, max_size=4))
def test_every_claim_is_the_words_that_stand_at_its_offsets(parts: list[str]) -> None:
    document = page(*parts)
    for claim in extract(document, GAZETTEER):
        assert document.text[claim.span.start : claim.span.end] == claim.span.exact


def test_a_number_word_is_read_whatever_its_characters_were_printed_as() -> None:
    texts = ["five arrests", "ｆｉｖｅ arrests", "fi\u00adve arrests", "ﬁve arrests", "５ arrests"]
    assert {find_quantities(text)[0].low for text in texts} == {Decimal(5)}


def test_a_noun_of_many_parts_ends_somewhere() -> None:
    (number,) = find_quantities("He counted 5 " + "friends of " * 5000 + "mine.")
    assert number.noun.startswith("friends of friends of friends")


def test_what_no_writer_would_call_a_sentence_is_read_in_pieces() -> None:
    document = page("It seized 12 cars and " * 400)
    pieces = sentences(document)
    assert max(len(piece.text) for piece in pieces) <= 250
    assert [document.text[piece.start : piece.end] for piece in pieces] == [
        piece.text for piece in pieces
    ]
    assert len(find_quantities(" ".join(piece.text for piece in pieces))) == 400


# -- Format, then parse ---------------------------------------------------------------------------

SCALES = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9, " million": 10**6, " billion": 10**9}
UNITS = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
BOUNDS = {
    "": "=", "more than ": ">", "over ": ">", "at least ": ">=", "fewer than ": "<",
    "up to ": "<=", "about ": "~", "around ": "~", "exactly ": "=",
}  # fmt: skip

sums = st.integers(1, 999_999_999).map(lambda pence: Decimal(pence) / 100)
scaled = st.tuples(
    st.integers(1, 9999).map(lambda tenths: Decimal(tenths) / 10),
    st.sampled_from([scale for scale in SCALES if scale]),
)
counts = st.integers(2, 2_000_000).filter(lambda n: str(n) not in word_set("phone_numbers"))


def spelled(number: int) -> str:
    """A number below a million in British words: "two hundred and forty-one thousand and six"."""
    if number < 10:
        return UNITS[number - 1]
    if number < 20:
        return TEENS[number - 10]
    if number < 100:
        tens, rest = TENS[number // 10 - 2], number % 10
        return f"{tens}-{UNITS[rest - 1]}" if rest else tens
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = f"{spelled(number // size)} {name}", number % size
    if not rest:
        return head
    return f"{head} and {spelled(rest)}" if rest < 100 else f"{head} {spelled(rest)}"


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def interval(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, str]:
    return quantity.low, quantity.high, quantity.unit


@given(sums, st.sampled_from(sorted(BOUNDS)))
def test_a_sum_printed_in_full_is_read_back_to_the_penny(pounds: Decimal, bound: str) -> None:
    quantity = only(f"The court ordered him to repay {bound}£{pounds:,.2f} by Friday.")
    assert interval(quantity) == (pounds, pounds, "GBP")
    assert quantity.comparator == BOUNDS[bound]


@given(scaled, st.sampled_from(sorted(BOUNDS)), st.sampled_from(["£", "€", "$"]))
def test_a_sum_with_its_magnitude_is_read_back_exactly(
    number: tuple[Decimal, str], bound: str, sign: str
) -> None:
    figure, scale = number
    quantity = only(f"The scheme cost {bound}{sign}{figure.normalize():f}{scale}.")
    value = figure * SCALES[scale]
    assert interval(quantity) == (value, value, {"£": "GBP", "€": "EUR", "$": "USD"}[sign])
    assert quantity.comparator == BOUNDS[bound]


@given(counts, st.sampled_from(sorted(BOUNDS)))
def test_a_count_in_digits_is_read_back(number: int, bound: str) -> None:
    quantity = only(f"Officers recovered {bound}{number:,} stolen phones.")
    assert interval(quantity) == (Decimal(number), Decimal(number), "count")
    assert (quantity.comparator, quantity.noun) == (BOUNDS[bound], "stolen phones")


@given(st.integers(2, 999_999), st.sampled_from(sorted(BOUNDS)))
def test_a_count_in_words_is_read_back(number: int, bound: str) -> None:
    quantity = only(f"Officers recovered {bound}{spelled(number)} stolen phones.")
    assert interval(quantity) == (Decimal(number), Decimal(number), "count")
    assert quantity.comparator == BOUNDS[bound]


@given(
    st.integers(1, 999).map(lambda tenths: Decimal(tenths) / 10),
    st.sampled_from([" per cent", "%", " percent", " %"]),
)
def test_a_share_is_read_back_in_every_spelling(share: Decimal, word: str) -> None:
    quantity = only(f"It answered {share.normalize():f}{word} of calls in time.")
    assert interval(quantity) == (share, share, "percent")


@given(counts, counts, st.sampled_from(["between {} and {}", "{} to {}", "{}–{}", "{}-{}"]))
def test_a_range_of_sums_is_read_back_with_both_ends(one: int, other: int, form: str) -> None:
    assume(one != other)
    low, high = sorted([one, other])
    quantity = only("The repairs cost " + form.format(f"£{low:,}", f"£{high:,}") + ".")
    assert interval(quantity) == (Decimal(low), Decimal(high), "GBP")
    assert quantity.comparator == "range"


# -- What follows changes nothing before it -------------------------------------------------------

SENTENCES = (
    "Wexmoor Police said it had made 5 arrests.",
    "More than £2.1m in cash was seized in 2023.",
    "The force had 12 officers in the team.",
    "Of those, 81 per cent were charged.",
    "“We took 40 knives off the streets,” the Chief Constable said.",
    "Inspectors found that the force attended 7 in 10 burglaries.",
    "Robberies fell from 90 to 65.",
    "Haddon Constabulary was rated good at responding to the public.",
    "It spent between £2m and £3m.",
    "Several hundred people were stopped in the last two years.",
)
several = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)
@given(several, st.one_of(several, wordy_text), st.sampled_from([" ", "\n"]))
@example("They counted 5 men.", "Or more came.", " ")
def test_a_sentence_behind_the_full_stop_changes_no_number_before_it(
    text: str, more: str, gap: str
) -> None:
    assume(more[:1].isupper() or gap == "\n")
    before = find_quantities(text)
    assert find_quantities(f"{text}{gap}{more}")[: len(before)] == before


@settings(max_examples=60, deadline=None)
@given(several, several)
def test_a_block_behind_changes_no_claim_before_it(text: str, more: str) -> None:
    before, after = (
        said(extract(page(*parts, kind="statement", publisher="Wexmoor Police"), GAZETTEER))
        for parts in ([text], [text, more])
    )
    assert after[: len(before)] == before


def said(claims: list[Claim]) -> list[object]:
    """Claims by what they say. A period may be named once for the whole page, so behind them."""
    return [
        (c.span.start, c.span.exact, c.quantity, c.grade, c.claimant, c.subject, c.measure)
        for c in claims
    ]


# -- Cost -----------------------------------------------------------------------------------------

HOSTILE = (
    "1", "1 ", "12,", "1,000,", "and ", "one and ", "twenty-five thousand six hundred and ",
    "a hundred ", "half ", "half - ", "£", "£ 5 ", "-", "5-", "to ", "5 to ", "between ",
    "between 5 and ", "from 5 to 6 ", "“", '"5" ', "(", "((5) ", "]", "no ", "not any ", "every ",
    "5 men of ", "5 of the ", "section 1, ", "1/", "0800 ", "½", "1\u00a0000 ", "\u00ad5", "ﷺ",
    "one in ", "up to at least ", "more ", "a year ", "%", "'", "5's ",
)  # fmt: skip
PAGES = (
    "said ", "“", "the force ", "A", "A’A ", "Wexmoor Police said 5. ", "No. ", "according to ",
    "£5m for cash and ", "in the last ", "good ", "He said he “was. ",
)  # fmt: skip
STEADY = 0.008  # CPU seconds: what takes less is too short to measure
LONGEST = 100_000
TIMES = 4
LINEAR = 9  # four times the text takes four times the time, and noise; were it quadratic, sixteen


def cpu(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


def growth(read: Callable[[str], object], unit: str, size: int) -> float:
    """How many times longer `TIMES` the text takes, the quickest of some runs of each."""
    text = unit * (size // len(unit))
    while len(text) < LONGEST and cpu(read, text) < STEADY:
        text += text
    base = min(cpu(read, text) for _ in range(2))
    return min(cpu(read, text * TIMES) for _ in range(2)) / max(base, STEADY / 2)


def read_page(text: str) -> object:
    return extract(page(text), GAZETTEER)


@pytest.mark.parametrize("unit", HOSTILE)
def test_more_numbers_take_no_more_time_each(unit: str) -> None:
    assert growth(read_numbers, unit, 1000) < LINEAR


@pytest.mark.parametrize("unit", PAGES)
def test_a_longer_page_takes_no_more_time_a_word(unit: str) -> None:
    assert growth(read_page, unit, 2500) < LINEAR
