"""Numbers in odd digits, odd signs and odd forms, or torn apart by what stands between them."""

from __future__ import annotations

from typing import Final

from tests.hostile_texts.table import MILLIONS, HostileText, made, spent

THREE_MILLION: Final = "3000000"
THOUSANDS: Final = "12345"
JSON_LD: Final = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Costs \\ud83d",'
    ' "articleBody": "Half a sign \\udc6e."}</script>'
)

DIGITS: Final = (
    ("full-width", spent("£１８．２ million"), (MILLIONS,)),
    ("arabic-indic", spent("£٣ million"), (THREE_MILLION,)),
    ("persian", spent("£۳ million"), (THREE_MILLION,)),
    ("devanagari", spent("£३ million"), (THREE_MILLION,)),
    ("mathematical-bold", spent("£𝟏𝟖.𝟐 million"), (MILLIONS,)),
    ("mixed-scripts", made("1٢３"), ("123",)),
    ("keycaps", made("4\ufe0f\u20e32\ufe0f\u20e3"), ("42",)),
    ("circled-as-notes-are", made("④②"), ()),
    ("superscript-note", made("42²"), ("42",)),
    ("note-in-a-tag", made("42<sup>1</sup>"), ("42",)),
    ("note-in-a-link", made('42<sup><a href="#n1">[1]</a></sup>'), ("42",)),
    ("struck-out", made("4\u03362"), ("42",)),
    ("letter-o-for-nought", spent("£1O,000"), ("10000",)),
    ("cyrillic-o-for-nought", spent("£18,О00"), ("18000",)),
    ("letter-l-for-one", spent("£l8,000"), ("18000",)),
    ("letter-o-at-the-end", spent("£18,00O"), ("18000",)),
    ("lira-sign", spent("₤18,000"), ("18000",)),
    ("half-sign", spent("£2½ million"), ("2500000",)),
    ("quarter-sign", spent("£¼ million"), ("250000",)),
    ("fraction-slash", spent("£1\u20442 million"), ("500000",)),
)
SPACES: Final = (
    ("no-break-space", spent("£12\u00a0345"), (THOUSANDS,)),
    ("thin-space", spent("£12\u2009345"), (THOUSANDS,)),
    ("narrow-no-break-space", spent("£12\u202f345"), (THOUSANDS,)),
    ("figure-space", spent("£12\u2007345"), (THOUSANDS,)),
    ("zero-width-space", spent("£12\u200b345"), (THOUSANDS,)),
    ("zero-width-joiner", spent("£12\u200d345"), (THOUSANDS,)),
    ("zero-width-non-joiner", spent("£12\u200c345"), (THOUSANDS,)),
    ("word-joiner", spent("£12\u2060,345"), (THOUSANDS,)),
    ("byte-order-mark", spent("£12\ufeff,345"), (THOUSANDS,)),
    ("soft-hyphen", spent("£12,\u00ad345"), (THOUSANDS,)),
    ("left-to-right-mark", spent("£12\u200e,345"), (THOUSANDS,)),
    ("isolated", spent("\u2066£12,345\u2069"), (THOUSANDS,)),
    ("shown-in-reverse", spent("£\u202e543,21\u202c"), (THOUSANDS,)),
    ("reversed-digits-alone", made("\u202e24\u202c"), ("42",)),
    ("invisible-tags", spent("£18\U000e0030\U000e0030.2 million"), (MILLIONS,)),
    ("variation-selector", spent("£18\ufe0f.2 million"), (MILLIONS,)),
    ("private-use", spent("£12\ue000,\ue001345"), (THOUSANDS,)),
    ("control-within", spent("£12\x01,345"), (THOUSANDS,)),
    ("mongolian-separator", spent("£12\u180e345"), (THOUSANDS,)),
    ("hangul-filler", spent("£12\u3164345"), (THOUSANDS,)),
    ("blank-after-comma", spent("£18, 500"), ("18500",)),
)
MARKUP: Final = (
    ("digit-in-bold", spent("£18.<b>2</b> million"), (MILLIONS,)),
    ("digits-in-spans", spent("<i>£</i><i>1</i><i>8</i>.<i>2</i> million"), (MILLIONS,)),
    ("word-break-element", spent("£18.2 mil<wbr>lion"), (MILLIONS,)),
    ("comment-within", spent("£18<!-- 00 -->.2 million"), (MILLIONS,)),
    ("hidden-digits-within", spent('£18<i style="display:none">00</i>.2 million'), (MILLIONS,)),
    ("entities", spent("&pound;18&period;2&nbsp;million"), (MILLIONS,)),
    ("entities-by-number", spent("&#163;&#49;&#x38;.2 million"), (MILLIONS,)),
    ("entity-without-end", spent("&pound18.2 million"), (MILLIONS,)),
    ("entity-twice", spent("&amp;pound;18.2 million"), (MILLIONS,)),
    ("entity-nought", spent("£18&#0;.2 million"), (MILLIONS,)),
    ("half-signs", f"{spent('£18.2 million')}</p>{JSON_LD}<p>", (MILLIONS,)),
    ("deleted", made("<del>41</del> <ins>42</ins>"), ("42",)),
    ("reversed-by-markup", spent('<bdo dir="rtl">543,21£</bdo>'), (THOUSANDS,)),
)
FORMS: Final = (
    ("comma-for-point", spent("£18,2 million"), (MILLIONS,)),
    ("points-for-commas", spent("£1.234.567"), ("1234567",)),
    ("commas-after-two", spent("£1,23,456"), ("123456",)),
    ("group-too-short", spent("£12,34"), ("12.34",)),
    ("group-too-long", spent("£1,2345"), ("12345",)),
    ("two-points", spent("£1.2.3 million"), ()),
    ("apostrophes", spent("£12'345"), (THOUSANDS,)),
    ("underscores", spent("£12_345"), (THOUSANDS,)),
    ("exponent", spent("£1e6"), ("1000000",)),
    ("hexadecimal", spent("£0x1F"), ("31",)),
    ("not-a-number", spent("£NaN"), ()),
    ("infinity", spent("£inf, or £∞,"), ()),
    ("blank-after-sign", spent("£ 18.2 million"), (MILLIONS,)),
    ("sign-behind", spent("18.2 million £"), (MILLIONS,)),
    ("two-signs", spent("££18.2 million"), (MILLIONS,)),
    ("two-currencies", spent("£$18.2 million"), (MILLIONS,)),
    ("two-scales", spent("£18.2 million million"), ("18200000000000",)),
    ("minus-sign", spent("£\u22125 million"), ("-5000000", "5000000")),
    ("in-brackets", spent("£(5) million"), ("-5000000", "5000000")),
    ("five-thousand-digits", spent(f"£{'9' * 5000}"), ()),
    ("many-decimals", spent(f"£0.{'0' * 400}1"), ()),
    ("noughts-before", spent(f"£{'0' * 300}18.2 million"), (MILLIONS,)),
    ("version", "The force runs release 10.2.18.2 of the system.", ()),
    ("telephone", "Call the force on 01632 960182, or 101 extension 18200.", ()),
    ("crime-number", "Quote crime reference 42/182000/24 to the force.", ()),
    ("post-code", "Write to the force at FM18 2ZZ.", ()),
)  # fmt: skip

TEXTS: Final = tuple(
    HostileText(name=name, markup=markup, values=values)
    for name, markup, values in (*DIGITS, *SPACES, *MARKUP, *FORMS)
)
