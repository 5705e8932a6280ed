"""The demo from the command line to the published edition: what a newcomer is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.demo import Samples, serve_samples
from sources.fetch import Client
from sources.registry import load_forces
from sources.source import source_for
from warehouse.errors import RefusedError
from warehouse.publish import open_edition
from warehouse.records import FLAGS, Check, Claim, Document, Notice, Run, Verdict

PRESS_OFFICE = "https://www.brackenshire.example/"
NEWSPAPER = "https://www.brackenshirecourier.example/"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What two runs of the demo left behind, and what the second one printed."""

    output: str
    documents: dict[str, Document]
    claims: dict[str, Claim]
    checks: list[Check]
    notices: list[Notice]
    runs: list[Run]

    def checks_of(self, words: str) -> list[tuple[str, str]]:
        """Verdict and finding's words for each check of the claims that hold these words."""
        found: list[tuple[str, str]] = []
        for check in self.checks:
            finding = self.claims[check.finding].span.exact if check.finding else ""
            if words in self.claims[check.claim].span.exact:
                found.append((check.verdict, finding))
        return found


def _demo(home: Path) -> str:
    env = os.environ | {"TALLYCHECK_HOME": str(home)}
    command = [sys.executable, "-m", "flows.cli", "demo"]
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    home = tmp_path_factory.mktemp("home")
    _demo(home)
    output = _demo(home)
    with open_edition(home / "demo") as edition:
        return Shown(
            output=output,
            documents={document.id: document for document in edition.documents()},
            claims={claim.id: claim for claim in edition.claims()},
            checks=edition.checks(),
            notices=edition.notices(),
            runs=edition.runs(),
        )


@pytest.fixture(scope="module")
def samples() -> Samples:
    with serve_samples() as running:
        return running


@pytest.mark.slow
@pytest.mark.parametrize(
    ("claim", "verdict", "finding"),
    [
        ("good at preventing and deterring crime", "consistent", "Preventing and deterring crime"),
        ("94 per cent of reported crimes", "consistent", "94.2 percent of the crimes"),
        ("about 400 knives", "consistent", "420 knives"),
        ("Nearly a fifth of 101 calls", "consistent", "19 percent of 101 calls"),
        ("good at responding to the public", "grade_contradiction", "esponding to the public"),
        ("every emergency incident", "contradicted", "68 percent of emergency incidents"),
        ("more than 85 per cent of 999 calls", "overstated", "74 percent of 999 calls"),
        ("recovered 30 firearms", "overstated", "recovered 17 firearms"),
        ("Around 15 per cent of 101 calls", "understated", "19 percent of 101 calls"),
        ("keep victims informed from their first", "tension", "keep victims informed well enough"),
        ("more than £2.7m in cash", "tension", "economic crime unit"),
        ("more than £4.2m of suspected criminal money", "tension", "economic crime unit"),
        ("£2.1m in cash seized in calendar year 2023", "period_mismatch", "£1.4m in cash"),
        ("1,310 police officers", "unit_mismatch", "1,212 full-time equivalent officers"),
        ("1,100 knives handed in across", "scope_mismatch", "420 knives"),
        ("at least £5.1m under Operation Fenlight", "no_evidence", ""),
        ("more than 2,400 victims of fraud", "no_evidence", ""),
        ("more than £900,000", "no_evidence", ""),
        ("14 electric patrol cars", "no_evidence", ""),
        ("91 per cent of its 999 calls", "no_evidence", ""),
    ],
)
def test_the_samples_show(claim: str, verdict: Verdict, finding: str, shown: Shown) -> None:
    seen = shown.checks_of(claim)
    assert [one for one in seen if one[0] == verdict and finding in one[1]], seen


@pytest.mark.slow
def test_every_verdict_that_the_demo_promises_is_among_them(shown: Shown) -> None:
    verdicts = {check.verdict for check in shown.checks}
    assert verdicts >= FLAGS
    assert verdicts >= {"consistent", "no_evidence"}
    assert verdicts >= {"period_mismatch", "scope_mismatch", "unit_mismatch"}


@pytest.mark.slow
def test_nobody_is_accused_beyond_what_was_planted(shown: Shown) -> None:
    accusing = Counter(check.verdict for check in shown.checks if check.verdict in FLAGS)
    assert accusing - Counter({"tension": accusing["tension"]}) == Counter(
        {"grade_contradiction": 1, "overstated": 2, "understated": 1, "contradicted": 1}
    )


@pytest.mark.slow
def test_a_boast_that_rests_on_a_criticised_record_is_noted(shown: Shown) -> None:
    questioned = [note.claim for note in shown.notices if note.kind == "measure_questioned"]
    words = [shown.claims[claim].span.exact for claim in questioned if claim]
    assert [quote for quote in words if "prevent disruptions" in quote]


@pytest.mark.slow
def test_both_quotes_of_every_check_stand_where_the_record_says(shown: Shown) -> None:
    for claim in shown.claims.values():
        text = shown.documents[claim.document].text
        assert text[claim.span.start : claim.span.end] == claim.span.exact
    for check in shown.checks:
        assert check.claim in shown.claims
        assert check.finding is None or check.finding in shown.claims


@pytest.mark.slow
def test_every_flag_is_printed_with_both_quotes_and_the_reason(shown: Shown) -> None:
    printed = "".join(shown.output.split())
    for check in shown.checks:
        if check.is_flag and check.finding:
            quotes = (shown.claims[check.claim].span.exact, shown.claims[check.finding].span.exact)
            for words in (check.verdict, *quotes, check.why):
                assert "".join(words.split()) in printed


@pytest.mark.slow
def test_a_second_run_adds_nothing_but_its_own_line(shown: Shown) -> None:
    first, second = sorted(shown.runs, key=lambda run: run.started_at)
    assert (first.inputs, first.read, first.skipped) == (8, 8, 0)
    assert (second.inputs, second.read, second.skipped) == (8, 8, 0)
    assert len(shown.documents) == 8
    assert first.claims == len(shown.claims)
    assert len({(check.claim, check.finding) for check in shown.checks}) == len(shown.checks)
    assert first.checks == len(shown.checks)


@pytest.mark.slow
def test_no_port_of_a_run_is_kept_as_an_address(shown: Shown) -> None:
    assert not [url for url in (doc.url for doc in shown.documents.values()) if "127.0.0.1" in url]


def test_each_sample_goes_to_the_parser_of_its_site(samples: Samples) -> None:
    forces = load_forces(samples.forces)
    seen = {source_for(one.page, one.kind, forces).name for one in samples.inputs}
    assert seen == {"hmicfrs", "police_uk:brackenshire", "newsquest"}


def test_the_client_keeps_to_the_sites_robots_txt() -> None:
    with serve_samples() as running:
        client = Client(allow_origins=running.origins, delay=0.0)
        statement = next(one for one in running.inputs if one.kind == "statement")
        origin = "/".join(statement.url.split("/")[:3])
        assert client.get(statement.url).snapshot.status == 200
        with pytest.raises(RefusedError, match=r"robots\.txt"):
            client.get(f"{origin}/news/news-search/")
