"""The words by which pages are cut: what marks a finding, a grade, clutter or an error page.

Sites share words far more than class names, so the cut is made by these. Whether a grade or a
finding is claimed is for `checks` to say; here the words only tell which texts belong together.
"""

from __future__ import annotations

import re
from typing import Final


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + r")[\s.:…»›>→]{0,3}", re.IGNORECASE)


GRADE: Final = re.compile(
    r"(?:(?:our |overall |the )?(?:judge?ment|graded?|rating|rated)(?: is| as)?[ :–-]{0,3})?"
    r"(?:outstanding|good|adequate|requires[ -]improvement|inadequate)",
    re.IGNORECASE,
)
FINDING: Final = _whole(
    r"(?:our |the )?(?:accelerated )?causes? of concern(?: [0-9]{1,2})?",
    r"(?:our |the )?areas? for improvement(?: [0-9]{1,2})?",
    r"(?:our |the )?recommendations?(?: [0-9]{1,2})?",
    r"(?:innovative|promising|notable|good) practices?(?: [0-9]{1,2})?",
)
CLUTTER: Final = _whole(
    r"(?:table of )?contents", r"on this page", r"in this (?:section|article|report|story|guide)",
    r"jump to", r"page navigation", r"navigation", r"menu", r"breadcrumbs?", r"search",
    r"related(?: (?:content|articles?|stories|news|links?|topics?|publications?|reports?|pages?"
    r"|documents?|information))?",
    r"(?:most|more) (?:read|popular|viewed|shared|commented)", r"trending(?: (?:now|stories))?",
    r"popular(?: (?:now|stories|articles))?", r"top stories", r"editor[’']?s picks?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)", r"recommended(?: for you)?",
    r"more (?:from|stories|news|headlines|like this).{0,60}", r"read (?:more|next|this next|also)",
    r"(?:the )?latest(?: (?:news|stories|headlines|updates))?.{0,30}", r"other news",
    r"(?:other|further|similar|recent) (?:news|stories|articles|posts)", r"what to read next",
    r"share(?: this)?(?: (?:page|article|story|post|on))?", r"follow us.{0,40}", r"connect with us",
    r"sign up.{0,80}", r"(?:our )?newsletters?", r"subscribe.{0,60}", r"stay in the know",
    r"get (?:email )?(?:updates|alerts).{0,40}", r"(?:our |about )?cookies?(?: .{0,60})?",
    r"advertisements?", r"sponsored(?: (?:content|links))?", r"promoted(?: (?:content|stories))?",
    r"from around the web", r"tags?", r"topics", r"categories", r"filed under", r"feedback",
    r"(?:was|is) this (?:page |article )?(?:helpful|useful)\??", r"help us (?:to )?improve.{0,40}",
    r"rate this page", r"watch (?:more|next).{0,40}", r"more videos", r"quick links",
)  # fmt: skip
DISCUSSION: Final = _whole(
    r"(?:[0-9,]{1,6} |reader |your |all |view |latest )*comments?(?: \(?[0-9,]{1,6}\)?)?",
    r"have your say", r"leave a (?:reply|comment)", r"join the (?:conversation|discussion)",
    r"post a comment", r"responses", r"discussion",
)  # fmt: skip
NO_CONTENT: Final = _whole(
    r"(?:read|see) (?:more|also|next)(?:\s?[:|–-].*)?", r"also read\s?:.*", r"related\s?:.*",
    r"watch\s?:.*", r"read more (?:on|about|from|here).{0,120}", r"hide ads?", r"ad",
    r"advert(?:isement|ising)?s?", r"watch more of our videos.{0,200}", r"skip to .{0,60}",
    r"(?:story|article) continues.{0,60}", r"(?:sign up|subscribe) (?:to|for|now|here|today).{0,160}",
    r"share(?: (?:this|on|via|by)\b.{0,60})?", r"print(?: this)? ?(?:page|document|article|report)?",
    r"back to .{0,60}", r"return to .{0,60}", r"tags?\s?:.*", r"(?:posted|filed) (?:in|under).*",
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|e-?mail|copy link|instagram|youtube|bluesky"
    r"|threads|messenger|pinterest|tiktok|nextdoor)(?: \(?opens .{0,40})?",
    r"(?:©|\(c\)|copyright|crown copyright).{0,300}", r"all rights reserved.{0,200}",
    r".{0,60}(?:licensed|available|published|reproduced?) under (?:the )?(?:terms of )?(?:the )?open"
    r" government licen[cs]e.{0,200}",
    r"(?:publication types?|police forces?|force|categor(?:y|ies)|topics?|type|reference)\s?:.{0,200}",
    r"(?:image|photo|picture|video|pic)s?(?: credit| source)?\s?[:©].{0,120}",
    r"[0-9]{1,3} (?:min(?:ute)?s?(?: to)? read|comments?|shares?|views?)", r"listen to this article",
    r"(?:you are (?:looking at|viewing|using) (?:a|the) )?(?:this is a )?(?:new|beta) (?:site|service"
    r"|website)\b.{0,200}", r"(?:you are (?:looking at|viewing|using) )a (?:beta|new) .{0,200}",
    r"by (?:[\w.’'-]{1,30} ){0,4}(?:reporter|correspondent|editor|newsroom|team)",
    r"(?:alpha|beta)", r"previous(?: (?:page|article|story))?", r"next(?: (?:page|article|story))?",
)  # fmt: skip
BYLINE: Final = re.compile(r"(?:words |written |report )?by:? [A-Z][\w.’'-]*(?: [\w.,’'@&|-]+){0,7}")
COOKIES: Final = re.compile(
    r"\bcookies?\b.{0,120}\b(?:accept|choose|choices?|settings?|preferences?|experience|site|"
    r"website|work|refuse|policy|kept|saved|manage)\b"
    r"|\b(?:accept|reject|uses?|using|sets?|manage)\b.{0,60}\bcookies\b",
    re.IGNORECASE,
)
ERROR_PAGE: Final = re.compile(
    r"(?:http |error |status |code |[:-] ?){0,4}(?:404|403|410|500|502|503)"
    r"(?=\s*(?:$|[:|–-]|error|not found|page|forbidden|bad|service|internal|gone))"  # noqa: RUF001
    r"|sorry(?:[.!]?$|,? (?:we|the page|this page|that page|but|there|something|your|you))"
    r"|(?:oops|whoops)\b|error$|an? (?:unexpected )?error (?:has )?occurred"
    r"|(?:(?:the |this |that |your )?(?:page|article|content|story|file|document)"
    r"(?: (?:you|that) [\w ]{1,40}?)? |we )?(?:was not|could not be|cannot be|can[’']?t be|couldn[’']t be"
    r"|not|couldn[’']t|can[’']?t|could not|cannot) (?:be )?(?:found|find)\b"
    r"|(?:the |this )?(?:page|article|content|story) (?:is )?(?:no longer|does(?: not|n[’']t)) "
    r"(?:exist|available|here)"
    r"|service (?:is )?(?:temporarily )?unavailable|access (?:is )?denied|forbidden$|not found$"
    r"|(?:site )?(?:under|undergoing) maintenance|bad gateway|internal server error|page expired",
    re.IGNORECASE,
)
WALL_PAGE: Final = re.compile(
    r"just a moment|attention required|are you a (?:robot|human)|verify(?:ing)? (?:that )?you"
    r"|checking your browser|before you continue|we value your privacy|your privacy"
    r"|(?:cookie|privacy|consent) (?:consent|choices|preferences|settings|notice)"
    r"|(?:please )?(?:enable|turn on|switch on) (?:javascript|cookies)|you need to enable javascript"
    r"|javascript is (?:disabled|required)|(?:sign|log) in to (?:continue|read)"
    r"|(?:please )?accept (?:all )?cookies",
    re.IGNORECASE,
)
SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’)\]]*$")
VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|as|rated|graded|judged|said|says)\b", re.IGNORECASE
)


def is_grade(text: str) -> bool:
    """Is the text nothing but the name of a grade ("Good", "Graded: requires improvement")?"""
    return len(text) < 60 and GRADE.fullmatch(text.strip(" .:–-")) is not None  # noqa: RUF001


def is_finding(heading: str) -> bool:
    """Is the text one of the headings under which inspectors set a finding?"""
    return len(heading) < 60 and FINDING.fullmatch(heading) is not None


def split_finding(line: str) -> tuple[str, str] | None:
    """A finding's heading and the text that runs on after it ("Area for improvement: The ...")."""
    head, mark, rest = line.partition(":")
    return (head, rest.strip()) if mark and is_finding(head) and rest.strip() else None


def is_clutter(heading: str) -> bool:
    """Does this heading stand over links to other pages, sharing, comments or the like?"""
    short = len(heading) < 100
    return short and bool(CLUTTER.fullmatch(heading) or DISCUSSION.fullmatch(heading))


def is_no_content(line: str) -> bool:
    """Is this line a teaser, a notice or a control of the site rather than part of its text?"""
    if len(line) > 350:  # noqa: PLR2004
        return False
    return bool(NO_CONTENT.fullmatch(line) or (len(line) < 250 and COOKIES.search(line)))  # noqa: PLR2004


def is_sentence(text: str) -> bool:
    """Prose rather than a label: ends like a sentence, or is too long to be anything else."""
    return len(text) > 120 or (len(text) > 25 and SENTENCE_END.search(text) is not None)  # noqa: PLR2004


def is_label(text: str) -> bool:
    """Can the text name what a grade beside it is about?"""
    return (
        0 < len(text) <= 150  # noqa: PLR2004
        and any(map(str.isalpha, text))
        and not is_grade(text)
        and not SENTENCE_END.search(text.rstrip(":"))
        and not VERB.search(text)
    )
