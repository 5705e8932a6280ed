"""What a rule says of a pair; the rules of all steps speak in this form."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.records import Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict and its reason. A `weight` under `tension.WORTH_TELLING` is not reported."""

    verdict: Verdict
    because: str
    weight: float = 1.0
