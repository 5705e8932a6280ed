"""A home for each test, and the story without Prefect."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.inputs import Input
from flows.manifest import load_manifest
from flows.settings import Settings
from flows.summary import Progress, RunSummary
from flows.work import Work
from tests.flows.processes import FORCES, MANIFEST

Story = Callable[[Work], RunSummary]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", forces=FORCES)


@pytest.fixture
def inputs() -> list[Input]:
    return load_manifest(MANIFEST)


@pytest.fixture
def story(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The verify flow with its decorators taken away."""
    plain: Story = undecorated(monkeypatch, tmp_path_factory, "verify")
    return plain


def undecorated(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, name: str
) -> Any:
    """A flow of the module of the same name, as a plain function that calls plain functions."""
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path_factory.getbasetemp() / "prefect"))
    from prefect import Task  # noqa: PLC0415 - it reads its settings on import

    module = importlib.import_module(f"flows.{name}")
    for word, value in vars(module).copy().items():
        if isinstance(value, Task):
            monkeypatch.setattr(module, word, value.fn)
    return getattr(module, name).fn


@dataclass(frozen=True)
class Told:
    """What a run told of each input: outcome and number of claims by name."""

    outcomes: dict[str, str]
    claims: dict[str, int]

    @property
    def progress(self) -> Progress:
        def of_input(reading: Any, claims: int) -> None:
            self.outcomes[reading.fetch.input] = reading.fetch.outcome
            self.claims[reading.fetch.input] = claims

        return Progress(of_input=of_input)


@pytest.fixture
def told() -> Told:
    return Told({}, {})


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], settings: Settings
) -> Run:
    """The program within this process: exit status, standard output, standard error."""
    monkeypatch.setenv("TALLYCHECK_HOME", str(settings.home))
    monkeypatch.setenv("TALLYCHECK_FORCES", str(FORCES))
    monkeypatch.setattr("flows.cli.signal.signal", lambda *_: None)  # the tests keep their own

    def run(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tallycheck", *map(str, words)])
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = capfd.readouterr()
        return int(leaving.value.code or 0), out, err

    return run
