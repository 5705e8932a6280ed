"""Files, folders, addresses and manifests become one list, whatever the order of the words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.inputs import gather
from flows.manifest import load_manifest
from warehouse.errors import UsageError

PAGE = {"file": "a.html", "url": "https://news.example/a/"}


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def manifest(tmp_path: Path, *documents: Any) -> Path:
    return write(tmp_path / "manifest.json", {"documents": documents})


def test_a_folder_stands_for_all_files_in_it_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", ".draft.html", "old/c.html", ".git/d.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        write(path, "words")
    names = [item.file.relative_to(tmp_path).as_posix() for item in gather([str(tmp_path)])]  # type: ignore[union-attr]
    assert names == ["a.txt", "b.html", "old/c.html"]


def test_a_file_without_an_address_has_that_of_its_place(tmp_path: Path) -> None:
    path = write(tmp_path / "a statement.txt", "words")
    assert gather([str(path)])[0].url == path.as_uri()


def test_inputs_are_in_one_order_and_each_of_them_once(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a.txt", "1"), write(tmp_path / "b.txt", "2")
    names = ["https://news.example/z/", str(other), str(one)]
    assert gather(names) == gather([*reversed(names), str(one)])
    assert len(gather([*names, str(tmp_path), f"{tmp_path}/../{tmp_path.name}/a.txt"])) == 3


@pytest.mark.parametrize("name", ["missing.html", "ftp://news.example/a", "http:/news.example"])
def test_a_name_that_nothing_stands_at_is_wrong_use(name: str) -> None:
    with pytest.raises(UsageError, match="expected a file, a folder or an http"):
        gather([name])


def test_an_empty_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a folder with files in it"):
        gather([str(tmp_path)])


def test_a_manifest_says_where_a_file_was_published(tmp_path: Path) -> None:
    known = {"kind": "inspection_report", "publisher": "HMICFRS", "published": "2024-05-31"}
    (item,) = load_manifest(manifest(tmp_path, PAGE | known | {"id": "unread"}))
    assert (item.file, item.url, item.name) == (tmp_path / "a.html", PAGE["url"], "a.html")
    assert (item.kind, item.publisher, item.published) == ("report", "HMICFRS", date(2024, 5, 31))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("statement", "statement"),
        ("press_release", "statement"),
        ("report", "report"),
        ("inspection_report", "report"),
        ("article", "article"),
        ("news_article", "article"),
        (None, None),
        ("", None),
    ],
)
def test_kinds_have_two_names_each_and_may_be_left_out(
    tmp_path: Path, word: str | None, kind: str | None
) -> None:
    assert load_manifest(manifest(tmp_path, PAGE | {"kind": word}))[0].kind == kind


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "expected a manifest in JSON"),
        ("[]", "seen no such list"),
        ({"documents": {}}, "seen no such list"),
        ({"documents": ["a.html"]}, "document 1: expected an object"),
        ({"documents": [PAGE, {"file": "b.html"}]}, "document 2: expected file and url"),
        ({"documents": [{"url": PAGE["url"]}]}, "document 1: expected file and url"),
        ({"documents": [PAGE | {"file": 7}]}, "expected text as file"),
        ({"documents": [PAGE | {"url": "news.example/a"}]}, "expected an http"),
        ({"documents": [PAGE | {"url": "http://[::1"}]}, "expected an http"),
        ({"documents": [PAGE | {"kind": "rumour"}]}, "expected a kind out of"),
        ({"documents": [PAGE | {"published": "31/05/2024"}]}, "expected a date like 2024-05-31"),
        ({"documents": [PAGE | {"published": "2024-13-01"}]}, "expected a date like 2024-05-31"),
        ({"documents": [PAGE | {"published": "9999-01-01"}]}, "expected a date like 2024-05-31"),
        ({"documents": [PAGE | {"published": "20240531"}]}, "expected a date like 2024-05-31"),
    ],
)
def test_a_manifest_that_is_not_understood_is_wrong_use(
    tmp_path: Path, content: object, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        load_manifest(write(tmp_path / "manifest.json", content))


def test_a_manifest_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a manifest to read"):
        load_manifest(tmp_path / "manifest.json")


def test_two_files_cannot_stand_at_one_address(tmp_path: Path) -> None:
    twice = manifest(tmp_path, PAGE, PAGE | {"file": "b.html"})
    with pytest.raises(UsageError, match=r"seen a\.html and b\.html"):
        gather([], load_manifest(twice))


def test_one_file_at_two_addresses_is_two_inputs_with_names_of_their_own(tmp_path: Path) -> None:
    twice = manifest(tmp_path, PAGE, PAGE | {"url": "https://other.example/a/"})
    names = [item.name for item in gather([], load_manifest(twice))]
    assert names == ["a.html (https://news.example/a/)", "a.html (https://other.example/a/)"]
