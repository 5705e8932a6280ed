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
