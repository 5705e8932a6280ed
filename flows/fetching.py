"""The client that the settings in force ask for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from flows.settings import Settings
from sources.fetch import Client
from sources.source import publisher_at
from warehouse.records import Force


def client_for(settings: Settings, forces: Sequence[Force]) -> Client:
    """A client with an empty memory; one a run, so that hosts are paced over the whole of it."""
    return Client(
        allow_origins=settings.allow_origins,
        publisher_at=partial(publisher_at, forces=forces),
        delay=settings.delay,
        contact=settings.contact,
    )
