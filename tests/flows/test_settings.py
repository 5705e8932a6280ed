"""What the environment may set, and what it is told when it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.settings import load_settings
from warehouse.errors import UsageError


def test_without_settings_all_state_lies_beside_the_caller(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.home == tmp_path / "tallycheck-data"
    assert (settings.forces, settings.allow_origins, settings.delay) == (None, frozenset(), 5.0)


def test_origins_are_a_comma_list_and_blanks_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYCHECK_ALLOW_ORIGINS", "http://127.0.0.1:8001, HTTP://localhost:80/ ,")
    assert load_settings().allow_origins == {"http://127.0.0.1:8001", "http://localhost:80"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DELAY", "soon"),
        ("DELAY", "-1"),
        ("DELAY", "nan"),
        ("CONTACT", "desk (at) marlpost.example"),
        ("CONTACT", "desk@marlpost.example\r\nX-Other: 1"),
        ("CONTACT", "bureau@société.example"),
        ("CONTACT", "x" * 201),
        ("ALLOW_ORIGINS", "127.0.0.1:8001"),
        ("ALLOW_ORIGINS", "http://127.0.0.1"),
        ("ALLOW_ORIGINS", "http://127.0.0.1:99999"),
        ("ALLOW_ORIGINS", "http://127.0.0.1:80/private"),
        ("ALLOW_ORIGINS", "http://user@127.0.0.1:80"),
        ("ALLOW_ORIGINS", "ftp://127.0.0.1:21"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"TALLYCHECK_{name}", value)
    with pytest.raises(UsageError, match=f"TALLYCHECK_{name}"):
        load_settings()
