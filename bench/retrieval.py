"""Figures of ranked lists, and BM25 alone, with which all ranking is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from bm25s import tokenize

from checks.judging.stems import stem
from checks.ranking.index import WordIndex

TOP: Final = 20

Row = dict[str, Any]
Ranks = Mapping[Any, Sequence[Any]]
"""Ids of the findings of each claim, by the claim's id, best first."""


class Query(NamedTuple):
    """A claim's id and the findings that are right for it."""

    id: Any
    relevant: Sequence[Any]


Figure = Callable[[Query, Sequence[Any]], float]


def mean(queries: Sequence[Query], ranks: Ranks, figure: Figure) -> float:
    return sum(figure(query, ranks.get(query.id, ())) for query in queries) / len(queries)


def recall_at(depth: int) -> Figure:
    return lambda query, ranked: (
        len(set(query.relevant) & set(ranked[:depth])) / len(query.relevant)
    )


def hit_at(depth: int) -> Figure:
    return lambda query, ranked: float(bool(set(query.relevant) & set(ranked[:depth])))


def precision_at_5(query: Query, ranked: Sequence[Any]) -> float:
    """The mean precision at each right one of the first five."""
    hits = [one in query.relevant for one in ranked[:5]]
    found = sum(sum(hits[:n]) / n for n, hit in enumerate(hits, 1) if hit)
    return found / min(5, len(query.relevant))


def bm25(claims: Sequence[Row], findings: Sequence[Row]) -> Ranks:
    """What BM25 alone makes of them: English stop words, stems, titles and forces as words."""
    index = WordIndex(tokens(findings))
    ids = [row["id"] for row in findings]
    return {
        row["id"]: [ids[place] for place, _ in index.best(words, TOP)]
        for row, words in zip(claims, tokens(claims), strict=True)
    }


def tokens(rows: Sequence[Row]) -> list[list[str]]:
    texts = [" ".join(row.get(name) or "" for name in ("text", "title", "force")) for row in rows]
    options: Row = {"return_ids": False, "show_progress": False}
    found = tokenize(texts, stopwords="en", stemmer=lambda words: list(map(stem, words)), **options)
    return [list(words) for words in found]
