-- What a refresh knows of the sites that it watches: their lists, and how each visit went.

alter table fetches add column source varchar;
comment on column fetches.source is 'Name of the watched source whose document it is; null for an input that somebody named';
alter table fetches add column status integer;
comment on column fetches.status is 'Status of the answer, 304 where the server said that nothing changed; null for a file or no answer';

create table listings (
  url varchar primary key,
  source varchar not null,
  form varchar not null check (form in ('feed', 'sitemap', 'page', 'search')),
  etag varchar,
  last_modified varchar,
  read_at timestamptz not null,
  entries varchar[] not null,
  "more" varchar[] not null,
  feeds varchar[] not null
);
comment on table listings is 'Lists of documents as last read, so that one which has not changed need not be served again';
comment on column listings.url is 'Address of the list''s page';
comment on column listings.source is 'Name of the watched source';
comment on column listings.form is 'feed, sitemap, page or search';
comment on column listings.etag is 'ETag header, for a conditional request';
comment on column listings.last_modified is 'Last-Modified header as served';
comment on column listings.read_at is 'Instant of the last whole answer';
comment on column listings.entries is 'Addresses of the documents that it names, in its order';
comment on column listings."more" is 'Addresses of further pages of the list';
comment on column listings.feeds is 'Addresses of feeds that it announces';

create table visits (
  run varchar not null,
  source varchar not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  deep boolean not null,
  pages integer not null,
  listed integer not null,
  fresh integer not null,
  asked integer not null,
  "read" integer not null,
  unchanged integer not null,
  changed integer not null,
  failed integer not null,
  blocked integer not null,
  newest date,
  status varchar not null check (status in ('good', 'failed')),
  reason varchar not null,
  primary key (run, source)
);
comment on table visits is 'Ledger of visits to watched sources, one row a source of a run';
comment on column visits.run is 'Id of the run';
comment on column visits.source is 'Name of the watched source';
comment on column visits.started_at is 'Instant of its start';
comment on column visits.finished_at is 'Instant of its end';
comment on column visits.deep is 'Whether every page of the lists was read, not only those before the first known document';
comment on column visits.pages is 'Number of pages of lists that were read';
comment on column visits.listed is 'Number of documents that the lists name';
comment on column visits.fresh is 'Number of those that were not known before';
comment on column visits.asked is 'Number of documents that were asked for';
comment on column visits."read" is 'Number of documents that were read or are kept unchanged';
comment on column visits.unchanged is 'Number of documents that the server said have not changed';
comment on column visits.changed is 'Number of documents that are not what they were';
comment on column visits.failed is 'Number of documents set aside for a failure, with their reasons in fetches';
comment on column visits.blocked is 'Number of documents that the site does not let us read';
comment on column visits.newest is 'Day of the newest document; null when none tells its day';
comment on column visits.status is 'good, or failed: what came was not what is expected of the source';
comment on column visits.reason is 'What was expected and seen, where it failed; else empty';

create table edits (
  id varchar primary key,
  document varchar not null,
  "before" varchar not null,
  "after" varchar not null,
  snapshot_before varchar not null,
  snapshot_after varchar not null,
  run varchar not null,
  seen_at timestamptz not null
);
comment on table edits is 'Sentences that a page changed after it was first read; never removed, whatever the page says later';
comment on column edits.id is 'Digest of document, both snapshots and both wordings';
comment on column edits.document is 'Id of the document';
comment on column edits."before" is 'The sentence as it was; empty for one that was added';
comment on column edits."after" is 'The sentence as it is; empty for one that was taken out';
comment on column edits.snapshot_before is 'Id of the snapshot that held it as it was';
comment on column edits.snapshot_after is 'Id of the snapshot that holds it as it is';
comment on column edits.run is 'Id of the run that saw it';
comment on column edits.seen_at is 'Instant at which it was seen';

create table alerts (
  key varchar primary key,
  kind varchar not null check (kind in ('flag', 'notice', 'source')),
  title varchar not null,
  detail varchar not null,
  url varchar not null,
  raised_at timestamptz not null,
  run varchar not null,
  told boolean not null
);
comment on table alerts is 'What was told to whoever is to be alerted, each thing once';
comment on column alerts.key is 'Digest of the thing: a case as it was shown, a notice, or a source since its last good visit';
comment on column alerts.kind is 'flag, notice or source';
comment on column alerts.title is 'What it is about, in a line';
comment on column alerts.detail is 'What was seen, with both wordings and the rule';
comment on column alerts.url is 'Where a person may look; empty for a source without an address';
comment on column alerts.raised_at is 'Instant at which it was raised';
comment on column alerts.run is 'Id of the run that raised it';
comment on column alerts.told is 'Whether the message with it was sent, or is being sent';
