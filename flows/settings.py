"""What the environment may set: every variable begins with TALLYCHECK_."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from warehouse.errors import UsageError

PREFIX = "TALLYCHECK_"


class Settings(BaseSettings):
    """`home` holds all state; `forces` adds rows to the registry; `delay` is in seconds.

    `contact` is an address (mail or web) that the operators of sites find in every request.
    `ledger` is the address of a PostgreSQL server for the decisions; a secret, as it may hold a
    password. Without one they lie in the home. `alerts` are addresses of Apprise, parted by blanks;
    they may hold passwords as well.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True
    )

    home: Path = Path("tallycheck-data")
    forces: Path | None = None
    allow_origins: Annotated[frozenset[str], NoDecode] = frozenset()
    ledger: SecretStr | None = None
    delay: float = Field(default=5.0, ge=0, le=3600, allow_inf_nan=False)
    contact: str = Field(default="", max_length=200)
    alerts: SecretStr | None = None

    @property
    def alert_addresses(self) -> list[str]:
        """Where alerts are sent."""
        return self.alerts.get_secret_value().split() if self.alerts else []

    @field_validator("home", "forces")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        return path and path.expanduser().resolve()

    @field_validator("contact")
    @classmethod
    def _contact(cls, words: str) -> str:
        return in_a_header(words)

    @field_validator("allow_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return frozenset(origin(part) for part in value.split(",") if part.strip())


def in_a_header(words: str) -> str:
    """The words, fit to stand in a header's comment; ValueError for any that would end it."""
    if not (words.isascii() and words.isprintable()) or set("()\\") & set(words):
        raise ValueError("expected plain characters without brackets and backslashes")
    return words.strip()


def origin(words: str) -> str:
    """`scheme://host:port` in lower case; ValueError when the words are anything more or less."""
    parts = urlsplit(words.strip().lower())
    written = parts.scheme in {"http", "https"} and parts.hostname and parts.port
    if not written or parts.path.strip("/") or parts.query or "@" in parts.netloc:
        raise ValueError(f"expected scheme://host:port, seen {words.strip()!r}")
    return f"{parts.scheme}://{parts.netloc}"


def load_settings() -> Settings:
    """The settings in force; UsageError names the variable that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise UsageError(f"{name}: {first['msg']}, seen {first['input']!r}") from error
