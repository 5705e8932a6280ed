-- Pairs of the temporary tables `claimed` and `found` by equality keys; the value is none, or
-- contradictions would be lost: it orders. Null is unknown, which is never unequal.
--
-- pass  what is equal                     for
-- 1     force, measure                    all
-- 2     force, unit, year                 another or an unknown measure
-- 3     force, unit; values meet          the same, where the period of either is unknown
-- 4     force, year                       measure and unit unknown on one side or the other
-- 5     measure, year                     an unknown force
-- 6     measure; values meet              the same, where the period of either is unknown
-- 7     measure                           a finding about the region or the nation
--
-- A year is that of the last day. No pair comes by two passes: each asks for what those above it
-- do not have.
with met as (
  select c.place as claim, f.place as finding
  from claimed as c join found as f on f.force = c.force and f.measure = c.measure
  union all
  select c.place, f.place
  from claimed as c join found as f
    on f.force = c.force and f.unit = c.unit and f.year = c.year
  where c.measure is distinct from f.measure or c.measure is null
  union all
  select c.place, f.place
  from claimed as c join found as f
    on f.force = c.force and f.unit = c.unit and f.low <= c.high and c.low <= f.high
  where (c.measure is distinct from f.measure or c.measure is null)
    and (c.year is null or f.year is null)
  union all
  select c.place, f.place
  from claimed as c join found as f on f.force = c.force and f.year = c.year
  where (c.measure is null or f.measure is null) and (c.unit is null or f.unit is null)
  union all
  select c.place, f.place
  from (from claimed where force is null) as c join found as f
    on f.measure = c.measure and f.year = c.year
  union all
  select c.place, f.place
  from claimed as c join (from found where force is null) as f
    on f.measure = c.measure and f.year = c.year
  where c.force is not null
  union all
  select c.place, f.place
  from (from claimed where force is null) as c join found as f
    on f.measure = c.measure and f.low <= c.high and c.low <= f.high
  where c.year is null or f.year is null
  union all
  select c.place, f.place
  from claimed as c join (from found where force is null) as f
    on f.measure = c.measure and f.low <= c.high and c.low <= f.high
  where c.force is not null and (c.year is null or f.year is null)
  union all
  select c.place, f.place
  from claimed as c join (from found where wide) as f on f.measure = c.measure
  where c.force <> f.force
),
voiced as (
  select
    met.claim,
    met.finding,
    case
      when c.force = f.force then 1 when c.force <> f.force then if(f.wide, $wider, 0)
      else $unknown
    end as force,
    coalesce((c.measure = f.measure)::double, $unknown) as measure,
    coalesce((c.unit = f.unit)::double, $unknown) as unit,
    case
      when c.unit <> f.unit or c.low is null or f.low is null then $unknown
      when f.low <= c.high and c.low <= f.high then 1
      when c.high < f.low then if(c.high > 0, c.high / f.low, 0)
      else if(f.high > 0, f.high / c.low, 0)
    end as value,
    if(c.first is null or f.first is null, null,
      least(c.last, f.last) - greatest(c.first, f.first) + 1) as shared,
    greatest(c.last, f.last) - least(c.first, f.first) + 1 as spanned
  from met
  join claimed as c on c.place = met.claim
  join found as f on f.place = met.finding
),
scored as (
  select
    claim,
    finding,
    $force * force + $measure * measure + $unit * unit + $value * value + $period * case
      when shared is null then $unknown
      when shared = spanned then 1
      when shared > 0 then $overlapping + $unknown * shared / spanned
      else 0
    end as score
  from voiced
)
select claim, list(finding order by score desc, finding), list(score order by score desc, finding)
from (
  from scored
  qualify row_number() over (partition by claim order by score desc, finding) <= $most
)
group by claim
order by claim
