-- A server that asks to be left alone for longer than a run waits is asked again in a later run.

alter table fetches add column not_before timestamptz;
comment on column fetches.not_before is 'Instant before which the server asked not to be asked again; null when it named none';
