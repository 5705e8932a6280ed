"""What the database itself refuses: changing or removing an entry, and adding one that does not
follow the last. Whoever owns the table can drop these; then the chain tells.
"""

from __future__ import annotations

from typing import Final

SQLITE: Final = (
    """
    create trigger decisions_kept_on_update before update on decisions
    begin select raise(abort, 'the ledger of decisions is append-only'); end
    """,
    """
    create trigger decisions_kept_on_delete before delete on decisions
    begin select raise(abort, 'the ledger of decisions is append-only'); end
    """,
    # Also against "insert or replace", which deletes without asking the trigger above.
    """
    create trigger decisions_follow before insert on decisions
    when new.seq <> (select coalesce(max(seq), 0) + 1 from decisions)
      or new.previous <> coalesce((select hash from decisions order by seq desc limit 1), '')
    begin select raise(abort, 'a new entry can only follow the last one'); end
    """,
)
POSTGRESQL: Final = (
    """
    create function decisions_kept() returns trigger language plpgsql as $$
    begin raise exception 'the ledger of decisions is append-only'; end $$
    """,
    """
    create trigger decisions_kept before update or delete or truncate on decisions
    for each statement execute function decisions_kept()
    """,
    """
    create function decisions_follow() returns trigger language plpgsql as $$
    begin
      if new.seq <> (select coalesce(max(seq), 0) + 1 from decisions)
        or new.previous <> coalesce((select hash from decisions order by seq desc limit 1), '')
      then raise exception 'a new entry can only follow the last one'; end if;
      return new;
    end $$
    """,
    """
    create trigger decisions_follow before insert on decisions
    for each row execute function decisions_follow()
    """,
)
