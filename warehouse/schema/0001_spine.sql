-- The spine: what was fetched, what it says, how the machine reads it, and the ledgers of work.
-- No foreign keys: DuckDB refuses to update a referenced row. A test checks the references instead.

create table schema_migrations (
  version integer primary key,
  name varchar not null,
  sha256 varchar not null,
  applied_at timestamptz not null
);
comment on table schema_migrations is 'Migrations that this file has been through, one a row';
comment on column schema_migrations.version is 'Number at the head of the migration''s file name';
comment on column schema_migrations.name is 'File name of the migration';
comment on column schema_migrations.sha256 is 'Digest of the migration''s text when it was applied';
comment on column schema_migrations.applied_at is 'Instant of its commit';

create table snapshots (
  id varchar primary key,
  url varchar not null,
  final_url varchar not null,
  fetched_at timestamptz not null,
  status integer not null,
  media_type varchar not null,
  sha256 varchar not null check (length(sha256) = 64),
  size bigint not null check (size >= 0),
  charset varchar,
  charset_why varchar not null,
  etag varchar,
  last_modified varchar
);
comment on table snapshots is 'Bytes as served; the bytes themselves lie in the snapshots folder under their digest';
comment on column snapshots.id is 'Digest of address and bytes';
comment on column snapshots.url is 'Address that was asked';
comment on column snapshots.final_url is 'Address that answered, after redirects';
comment on column snapshots.fetched_at is 'Instant of the first answer with these bytes';
comment on column snapshots.status is 'HTTP status; 200 for a file';
comment on column snapshots.media_type is 'Media type without its parameters, as served or guessed from the bytes';
comment on column snapshots.sha256 is 'Digest of the bytes, in hex: their name in the snapshot store';
comment on column snapshots.size is 'Number of bytes';
comment on column snapshots.charset is 'Codec that decoded the bytes; null for bytes that are no text';
comment on column snapshots.charset_why is 'Rung of the decoding ladder that chose the codec';
comment on column snapshots.etag is 'ETag header, for a conditional request';
comment on column snapshots.last_modified is 'Last-Modified header as served';

create table documents (
  id varchar primary key,
  url varchar not null unique,
  source varchar not null,
  kind varchar not null check (kind in ('statement', 'report', 'article')),
  snapshot varchar not null,
  publisher varchar not null,
  title varchar not null,
  "text" varchar not null,
  blocks struct(
    "start" integer, "end" integer, kind varchar, section varchar[], "label" varchar,
    "level" integer, page integer
  )[] not null,
  published_on date,
  warnings varchar[] not null
);
comment on table documents is 'Pages and files as text, one row an address, in their latest wording';
comment on column documents.id is 'Digest of the canonical address';
comment on column documents.url is 'Canonical address';
comment on column documents.source is 'Name of the source whose parser read the page';
comment on column documents.kind is 'statement (a force''s own page), report (the inspectorate''s) or article (a newspaper''s)';
comment on column documents.snapshot is 'Id of the snapshot that the text was read from';
comment on column documents.publisher is 'Who published the page, as named on it or in the manifest';
comment on column documents.title is 'Title of the page';
comment on column documents."text" is 'Text of all blocks, one newline between two';
comment on column documents.blocks is 'Runs of the text that the page sets apart: half-open offsets, kind, headings above, label, heading level, PDF page';
comment on column documents.published_on is 'Day of publication; null when neither page nor manifest tells';
comment on column documents.warnings is 'What the parser did not understand';

create table claims (
  id varchar primary key,
  document varchar not null,
  document_url varchar not null,
  document_kind varchar not null check (document_kind in ('statement', 'report', 'article')),
  in_title boolean not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end >= span_start),
  span_exact varchar not null,
  span_prefix varchar not null,
  span_suffix varchar not null,
  ordinal integer not null check (ordinal >= 0),
  kind varchar not null
    check (kind in ('monetary', 'count', 'rate', 'percent', 'grade', 'qualitative')),
  claimant varchar not null check (claimant in ('force', 'inspectorate', 'other')),
  claimant_id varchar not null,
  attribution varchar not null
    check (attribution in ('direct', 'reported', 'attributed_to_inspectorate')),
  subject varchar not null,
  scope varchar not null check (scope in ('site', 'district', 'force', 'region', 'national')),
  measure varchar not null,
  topic varchar not null,
  stance varchar not null check (stance in ('praise', 'criticism', 'acceptance', 'neutral')),
  context varchar not null,
  quantity_text varchar,
  quantity_start integer,
  quantity_end integer,
  quantity_low decimal(38, 12),
  quantity_high decimal(38, 12),
  quantity_unit varchar,
  quantity_comparator varchar
    check (quantity_comparator in ('=', '~', '>', '>=', '<', '<=', 'range')),
  quantity_noun varchar,
  quantity_qualifier varchar,
  quantity_direction varchar check (quantity_direction in ('up', 'down')),
  quantity_role varchar check (quantity_role in ('from', 'to')),
  quantity_per varchar,
  quantity_vague boolean,
  quantity_ambiguous boolean,
  grade_level varchar
    check (grade_level in ('outstanding', 'good', 'adequate', 'requires_improvement', 'inadequate')),
  grade_area varchar,
  grade_scheme varchar,
  grade_cycle varchar,
  grade_body varchar,
  grade_negated boolean,
  period_start date,
  period_end date,
  period_basis varchar check (period_basis in (
    'calendar_year', 'financial_year', 'rolling_year', 'rolling_years', 'cumulative', 'operation',
    'point', 'audit_window', 'annual_rate', 'comparison', 'unspecified')),
  period_text varchar,
  period_inherited boolean,
  finding_type varchar check (finding_type in (
    'graded_judgment', 'cause_of_concern', 'area_for_improvement', 'recommendation',
    'innovative_practice', 'promising_practice', 'narrative')),
  section varchar[] not null,
  page integer,
  published_on date,
  check (quantity_low <= quantity_high)
);
comment on table claims is 'What somebody asserts, with the words that assert it; a finding is a claim whose claimant is the inspectorate';
comment on column claims.id is 'Digest of the document''s address, the words and their ordinal';
comment on column claims.document is 'Id of the document that holds the words';
comment on column claims.document_url is 'Address of that document';
comment on column claims.document_kind is 'Kind of that document, copied here for the search for candidates';
comment on column claims.in_title is 'Whether the words stand in a title block of the document';
comment on column claims.span_start is 'Offset of the first character in the document''s text';
comment on column claims.span_end is 'Offset after the last character';
comment on column claims.span_exact is 'The words themselves';
comment on column claims.span_prefix is 'Characters before the words';
comment on column claims.span_suffix is 'Characters after the words';
comment on column claims.ordinal is 'How many equal wordings stand before this one in the document';
comment on column claims.kind is 'monetary, count, rate, percent, grade or qualitative';
comment on column claims.claimant is 'Who asserts it: force, inspectorate or other';
comment on column claims.claimant_id is 'Who exactly: a force id, the inspectorate''s id, or a name';
comment on column claims.attribution is 'direct, reported, or attributed_to_inspectorate (a force says that inspectors said it)';
comment on column claims.subject is 'Force id of whose performance it is; empty when no registered force can be named';
comment on column claims.scope is 'Area that the claim speaks of: site, district, force, region or national';
comment on column claims.measure is 'What is counted, a name of the measures table; empty when unknown';
comment on column claims.topic is 'Matter, a name of the topics table; empty when unknown';
comment on column claims.stance is 'praise, criticism, acceptance or neutral';
comment on column claims.context is 'The whole sentence around the words';
comment on column claims.quantity_text is 'The number as written; null in all quantity columns when the claim has no number';
comment on column claims.quantity_start is 'Offset of the number in the text that was read for it';
comment on column claims.quantity_end is 'Offset after the number';
comment on column claims.quantity_low is 'Lower bound as stated, in the unit; equal to the upper one for a point; null when unreadable; a ratio is rounded to twelve places';
comment on column claims.quantity_high is 'Upper bound as stated, in the unit';
comment on column claims.quantity_unit is 'GBP, EUR, USD, count, percent, pp, ratio, multiple, a physical unit or a unit of time';
comment on column claims.quantity_comparator is 'How the words bound the value: = ~ > >= < <= or range';
comment on column claims.quantity_noun is 'What is counted, or what the money is, in the words of the text';
comment on column claims.quantity_qualifier is 'The words that give the comparator';
comment on column claims.quantity_direction is 'up or down for a change; null for a level';
comment on column claims.quantity_role is 'from or to, for one end of a stated change';
comment on column claims.quantity_per is 'Unit of time of a rate';
comment on column claims.quantity_vague is 'Whether the words give only an order of magnitude';
comment on column claims.quantity_ambiguous is 'Whether the number has more than one reading';
comment on column claims.grade_level is 'Grade given; null in all grade columns when the claim is about none';
comment on column claims.grade_area is 'Area that was graded, a name of the areas table; empty for all areas';
comment on column claims.grade_scheme is 'Scale of the grade; empty when unknown';
comment on column claims.grade_cycle is 'Inspection cycle of the grade; empty when unknown';
comment on column claims.grade_body is 'Body that gave the grade';
comment on column claims.grade_negated is 'Whether the claim denies the grade';
comment on column claims.period_start is 'First day; null when the words leave it open';
comment on column claims.period_end is 'Day after the last day; null when the words leave it open';
comment on column claims.period_basis is 'What sort of period the words name; null in all period columns when none is stated';
comment on column claims.period_text is 'The words that name the period';
comment on column claims.period_inherited is 'Whether these words stand elsewhere in the document';
comment on column claims.finding_type is 'Kind of finding by its place in a report; null outside reports';
comment on column claims.section is 'Headings above the words, outermost first';
comment on column claims.page is 'Page of a PDF, from 1';
comment on column claims.published_on is 'Day of publication of the document';

create table checks (
  case_key varchar primary key,
  claim varchar not null,
  finding varchar,
  verdict varchar not null check (verdict in (
    'consistent', 'contradicted', 'overstated', 'understated', 'grade_contradiction', 'tension',
    'period_mismatch', 'scope_mismatch', 'unit_mismatch', 'unrelated', 'no_evidence')),
  rule varchar not null,
  why varchar not null,
  rules_version varchar not null,
  fingerprint varchar not null,
  score double not null,
  reasons struct("name" varchar, score double, detail varchar)[] not null,
  check (finding is not null or verdict = 'no_evidence')
);
comment on table checks is 'The machine''s reading of one claim against one finding or none; never a decision';
comment on column checks.case_key is 'Digest of claim and finding: what a person''s decision is attached to';
comment on column checks.claim is 'Id of the claim that is checked';
comment on column checks.finding is 'Id of the claim it is held against; null when there is nothing to hold it against';
comment on column checks.verdict is 'One of the eleven labels of the rule table';
comment on column checks.rule is 'Step of the rule table that decided';
comment on column checks.why is 'One sentence with both ranges, both periods and both measures';
comment on column checks.rules_version is 'Version of the rule table';
comment on column checks.fingerprint is 'Digest of what a person would be shown: both wordings, both values, the verdict';
comment on column checks.score is 'How well the pair matches, from 0 to 1';
comment on column checks.reasons is 'The voices of that score: name, score from 0 to 1, what it saw';

create table notices (
  id varchar primary key,
  kind varchar not null check (kind in (
    'arithmetic', 'headline', 'drift', 'edited', 'quote_not_found', 'measure_questioned',
    'ambiguous_number', 'grade_sources_disagree')),
  document varchar not null,
  claim varchar,
  detail varchar not null,
  why varchar not null
);
comment on table notices is 'Something odd in one document or claim that asks for a person';
comment on column notices.id is 'Digest of kind, document, claim and detail';
comment on column notices.kind is 'What is odd';
comment on column notices.document is 'Id of the document';
comment on column notices.claim is 'Id of the claim; null when it is about the whole document';
comment on column notices.detail is 'What was seen';
comment on column notices.why is 'One sentence for the reader';

create table fetches (
  run varchar not null,
  "input" varchar not null,
  url varchar not null,
  outcome varchar not null check (outcome in (
    'ok', 'retry_then_ok', 'not_modified', 'changed', 'flagged', 'rejected_error', 'gave_up',
    'blocked')),
  reason varchar not null,
  attempts integer not null,
  seconds double not null,
  "at" timestamptz not null,
  document varchar,
  snapshot varchar,
  primary key (run, "input")
);
comment on table fetches is 'Ledger of inputs read or not read, one row an input of a run';
comment on column fetches.run is 'Id of the run';
comment on column fetches."input" is 'The input as it was named: a path, an address, a manifest''s entry';
comment on column fetches.url is 'Address that it stands for';
comment on column fetches.outcome is 'What became of it';
comment on column fetches.reason is 'Why, when it was not read; else empty';
comment on column fetches.attempts is 'How often it was tried';
comment on column fetches.seconds is 'How long it took';
comment on column fetches."at" is 'Instant of the last attempt';
comment on column fetches.document is 'Id of the document read; null when none was';
comment on column fetches.snapshot is 'Id of the snapshot taken; null when none was';

create table runs (
  id varchar primary key,
  flow varchar not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  inputs integer not null,
  "read" integer not null,
  skipped integer not null,
  claims integer not null,
  checks integer not null,
  flags integer not null,
  status varchar not null check (status in ('running', 'done', 'failed', 'crashed')),
  detail varchar not null
);
comment on table runs is 'Ledger of runs: what came in, what was read, what was skipped';
comment on column runs.id is 'Id of the run';
comment on column runs.flow is 'Name of the flow';
comment on column runs.started_at is 'Instant of its start';
comment on column runs.finished_at is 'Instant of its end; null while running or after a kill';
comment on column runs.inputs is 'Number of inputs';
comment on column runs."read" is 'Number of inputs read';
comment on column runs.skipped is 'Number of inputs not read';
comment on column runs.claims is 'Number of claims saved by it';
comment on column runs.checks is 'Number of checks made by it';
comment on column runs.flags is 'Number of its checks that ask for a person';
comment on column runs.status is 'running, done, failed or crashed';
comment on column runs.detail is 'What went wrong, in words; else empty';

create table pending (
  claim varchar primary key
);
comment on table pending is 'Claims to judge: work that a killed run leaves to the next';
comment on column pending.claim is 'Id of the claim';

create view judged as
select id from claims where claimant <> 'inspectorate' or document_kind <> 'report';
comment on view judged is 'Claims that are held against findings: all but the reports'' own findings';
comment on column judged.id is 'Id of such a claim';
