from __future__ import annotations

from pathlib import Path

import pytest

from sources.registry import COLUMNS, domains_of, load_forces
from warehouse.errors import UsageError

HEADER = ",".join(COLUMNS)
ROW = "marlshire,Marlshire Police,A|B,,the force,marlshire.police.uk,,X,,m,no,,,soh,territorial"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "extra.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_built_in_registry_has_every_territorial_force_and_unit_once() -> None:
    forces = load_forces()
    assert sum(force.kind == "territorial" for force in forces) == 43
    assert sum(force.kind == "rocu" for force in forces) == 9
    assert len({force.id for force in forces}) == len(forces)


def test_extra_rows_come_last_with_their_lists_split(tmp_path: Path) -> None:
    added = load_forces(written(tmp_path, HEADER, ROW))[-1]
    assert (added.id, added.aliases, added.weak_aliases) == ("marlshire", ("A", "B"), ())


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    header, row = HEADER.split(","), ROW.split(",")
    turned = written(tmp_path, ",".join(reversed(header)), ",".join(reversed(row)))
    assert load_forces(turned)[-1].domain == "marlshire.police.uk"


def test_an_equal_repeat_is_dropped(tmp_path: Path) -> None:
    assert len(load_forces(written(tmp_path, HEADER, ROW, ROW))) == len(load_forces()) + 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["id,name", "a,b"], "line 1, column aliases"),
        ([HEADER + ",colour", ROW + ",red"], "line 1, column colour"),
        ([HEADER, ROW + ",more"], "line 2, column kind: expected 15 cells, seen 16"),
        ([HEADER, ROW.rsplit(",", 1)[0]], "line 2, column kind: expected 15 cells, seen 14"),
        ([HEADER, ROW.removeprefix("marlshire")], "line 2, column id: expected a value"),
        ([HEADER, ROW.replace("Marlshire Police", " ")], "line 2, column name: expected a value"),
        (
            [HEADER, ROW, ROW.replace("soh", "other")],
            "line 3, column id: expected an id of its own",
        ),
        ([HEADER, ROW.replace("marlshire,", "kent,")], "'kent' with other data"),
        ([HEADER, '"open'], "expected CSV"),
        ([""], "expected"),
    ],
)
def test_a_broken_file_is_named_by_line_and_column(
    tmp_path: Path, lines: list[str], said: str
) -> None:
    with pytest.raises(UsageError, match=r"extra\.csv") as caught:
        load_forces(written(tmp_path, *lines))
    assert said in str(caught.value)


def test_a_missing_file_and_one_in_no_utf8_are_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="readable file"):
        load_forces(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"\xa3")
    with pytest.raises(UsageError, match="UTF-8"):
        load_forces(tmp_path / "latin.csv")


def test_a_force_is_known_by_old_domains_and_by_its_news_host() -> None:
    cumbria = next(force for force in load_forces() if force.id == "cumbria")
    assert "news.cumbria.police.uk" in domains_of(cumbria)
    leicestershire = next(force for force in load_forces() if force.id == "leicestershire")
    assert "leicestershire.police.uk" in domains_of(leicestershire)
