"""The documents keep step with the code."""

from __future__ import annotations

import contextlib
import inspect
import io
import re
from pathlib import Path

import pytest

from warehouse import errors, records
from warehouse.records import NoticeKind, Outcome, Verdict, vocabulary

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
PYTHON_PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


def nouns() -> list[str]:
    classes = [
        name
        for module in (records, errors)
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__
    ]
    words = vocabulary(Verdict) | vocabulary(NoticeKind) | vocabulary(Outcome)
    return sorted([*classes, *words])


@pytest.mark.parametrize("noun", nouns())
def test_every_record_error_and_word_has_a_glossary_entry(noun: str) -> None:
    assert f"`{noun}`" in GLOSSARY


def test_no_document_points_at_a_file_that_is_not_there() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PYTHON_PAGE, re.DOTALL)


def expected_output(block: str) -> list[str]:
    """The comments at the end of a block: what it prints."""
    lines = block.rstrip().splitlines()
    tail: list[str] = []
    while lines and lines[-1].startswith("# "):
        tail.insert(0, lines.pop()[2:])
    return tail


def test_the_examples_of_the_python_page_print_what_they_say() -> None:
    pure = blocks()[:2]
    for block in pure:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block, "docs/python.md", "exec"), {})  # noqa: S102 - our own page
        assert out.getvalue().splitlines() == expected_output(block)


def test_the_documents_name_no_registry_and_no_machine() -> None:
    host = re.compile(r"pythonhosted|pypi\.org|/root/|/home/\w+/")
    named = [
        path.relative_to(ROOT).as_posix()
        for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "constraints.txt"]
        if host.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []
