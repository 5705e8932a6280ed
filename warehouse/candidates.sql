-- Pairs worth comparing, by equality keys only: the value is never one, or contradictions are lost.
-- Reads the temporary tables probe_claims(id) and probe_findings(id): the two sides to pair.
--
-- key  what is equal                                                      why
-- 1    subject and measure, or subject and graded area                    the same thing
-- 2    document, claimant, kind and unit of a title's and a body's claim   headline against body
-- 3    subject and matter                                                 figures against criticism
-- 4    subject, when either speaks of grades as a whole or in words       boasts against grades
-- 5    measure and unit, when either names no subject                     unknown subject
-- 6    measure of a regional or national finding                          context
-- 7    subject and unit, when a measure is unknown or both end on one day  paraphrases, other counts
-- 8    subject, when both speak in words, or one of all or none            boasts against criticism
--
-- What others told the inspectors is held beside claims of other documents by subject, measure and unit.
-- A claim by the inspectorate outside its reports is somebody's account of a finding: it is held
-- against reports only.
with checked as materialized (
  select claims.* from claims semi join probe_claims using (id) semi join judged using (id)
),
other_side as materialized (
  select claims.* from claims semi join probe_findings using (id)
),
findings as materialized (
  select * from other_side where claimant = 'inspectorate'
),
keyed as (
  select c.id as claim, f.id as finding, 1 as key
  from checked as c join findings as f on f.subject = c.subject and f.measure = c.measure
  where c.subject <> '' and c.measure not in ('', 'other')
  union all
  select c.id, f.id, 1
  from checked as c join findings as f on f.subject = c.subject and f.grade_area = c.grade_area
  where c.subject <> '' and c.grade_area <> ''
  union all
  select c.id, f.id, 3
  from checked as c join findings as f on f.subject = c.subject and f.topic = c.topic
  where c.subject <> '' and c.topic <> ''
  union all
  select c.id, f.id, 4
  from checked as c join findings as f on f.subject = c.subject
  where c.subject <> '' and (
    (f.grade_level is not null and (c.kind = 'qualitative' or c.grade_negated or c.grade_area = ''))
    or (c.grade_level is not null and (f.grade_negated or f.grade_area = ''))
    or (c.grade_level is not null and f.grade_level is null and f.finding_type = 'graded_judgment')
  )
  union all
  select c.id, f.id, 5
  from checked as c join findings as f
    on f.measure = c.measure and f.quantity_unit is not distinct from c.quantity_unit
  where (c.subject = '' or f.subject = '') and c.measure not in ('', 'other')
  union all
  select c.id, f.id, 6
  from checked as c join findings as f on f.measure = c.measure
  where f.scope in ('region', 'national') and c.measure not in ('', 'other')
  union all
  select c.id, f.id, 7
  from checked as c join findings as f
    on f.subject = c.subject and f.quantity_unit = c.quantity_unit
  where c.subject <> '' and (
    c.measure in ('', 'other') or f.measure in ('', 'other') or c.period_end = f.period_end
  )
  union all
  select c.id, f.id, 8
  from checked as c join findings as f on f.subject = c.subject
  where c.subject <> '' and c.grade_level is null and f.grade_level is null
    and (c.kind = 'qualitative' or f.kind = 'qualitative')
    and (c.stance <> 'neutral' or c.kind = 'qualitative')
    and (f.stance <> 'neutral' or c.kind = 'qualitative')
),
told as (
  select c.id as claim, f.id as finding, 1 as key
  from checked as c join other_side as f on f.subject = c.subject and f.measure = c.measure
  where c.subject <> '' and c.measure not in ('', 'other', 'grade')
    and f.claimant <> 'inspectorate' and f.document_kind = 'report'
    and c.document <> f.document and c.claimant <> 'inspectorate'
    and c.kind <> 'qualitative' and f.quantity_unit = c.quantity_unit
),
evidence as (
  select * from told
  union all
  select keyed.* from keyed
  join checked as c on c.id = keyed.claim
  join findings as f on f.id = keyed.finding
  where c.claimant <> 'inspectorate' or f.document_kind = 'report'
  union all
  select c.id, f.id, 2
  from checked as c join other_side as f
    on f.document = c.document and f.claimant = c.claimant and f.kind = c.kind
  where c.in_title and not f.in_title and c.kind <> 'qualitative'
    and f.quantity_unit is not distinct from c.quantity_unit
    and f.grade_area is not distinct from c.grade_area
),
pairs as (
  select claim, finding, min(key) as key from evidence where claim <> finding group by claim, finding
)
select
  pairs.claim,
  pairs.finding,
  (c.subject = f.subject and c.subject <> '') as own_subject,
  (c.document = f.document) as own_document,
  pairs.key,
  coalesce(abs(date_diff('day', c.period_end, f.period_end)), 1000000) as days_apart
from pairs
join checked as c on c.id = pairs.claim
join other_side as f on f.id = pairs.finding
