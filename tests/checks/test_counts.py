"""Counts, shares, multiples and durations. The sentences are invented for these tests."""

from __future__ import annotations

import pytest

from tests.checks.quantity_forms import brief

COUNTS = [
    ("Patrols made 47 arrests at the fair.", "47 count ="),
    ("Twenty-six dogs were rescued.", "26 count ="),
    ("A dozen doors were forced.", "12 count ="),
    ("Half a dozen doors were forced.", "6 count ="),
    ("Three dozen plants were cut down.", "36 count ="),
    ("A hundred and twenty people came.", "120 count ="),
    ("One hundred and five calls were missed.", "105 count ="),
    ("The centre took 1.3 million calls.", "1300000 count ="),
    ("The centre took 1.3m calls.", "1300000 count ="),
    ("Some 4,000-plus fans were searched.", "4000 count >="),
    ("More than 600 knives were handed in.", "600 count >"),
    ("Well over 200 weapons were surrendered.", "200 count >"),
    ("Upwards of 80 riders took part.", "80 count >"),
    ("No fewer than nine forces sent officers.", "9 count >="),
    ("Officers visited 40 or more shops.", "40 count >="),
    ("Officers visited 300+ homes.", "300 count >="),
    ("There are fewer than 50 specialists.", "50 count <"),
    ("There are under 50 specialists.", "50 count <"),
    ("As many as 70 bikes were taken.", "70 count <="),
    ("No more than three visits were paid.", "3 count <="),
    ("Around 150 residents met the chief constable.", "150 count ~"),
    ("Some 90 posts are vacant.", "90 count ~"),
    ("Close to 1,000 tyres were slashed.", "1000 count ~"),
    ("It trained 30-odd volunteers.", "30 count ~"),
    ("It trained 30 or so volunteers.", "30 count ~"),
    ("An estimated 20,000 people marched.", "20000 count ~"),
    ("The number of detectives grew from 88 to 104.", "88 count = from|104 count = to"),
    ("Thefts fell to 1,204 from 1,533 a year before.", "1204 count = to|1533 count = from"),
    ("There were 311 assaults, up from 290.", "311 count = to|290 count = from"),
    ("Burglary stood at 8.4 per 1,000 households.", "8.4 count = per 1,000 households"),
    (
        "There were 7 per thousand residents, against 9.",
        "7 count = per 1,000 residents|9 count = per 1,000 residents",
    ),
    ("Much improved in the 11 months since the visit.", "11 month ="),
    ("No cyclist waited more than nine months.", "0 count =|9 month <="),
    ("Between 30 and 40 tents were pitched.", "30..40 count range"),
    ("Between 1,000 and 1,200 cases are open.", "1000..1200 count range"),
    ("Teams of 10-15 volunteers searched the fell.", "10..15 count range"),
    ("Five or six youths ran off.", "5..6 count range"),
    ("Two to three cars were blocked in.", "2..3 count range"),
    ("Dozens of mourners stood outside.", "12..120 count ~ vague"),
    ("Hundreds more are expected.", "100..1000 count ~ up vague"),
    ("Tens of thousands of emails were sent.", "10000..100000 count ~ vague"),
    ("Several hundred homes lost power.", "300..900 count ~ vague"),
    ("A few thousand vapes were crushed.", "2000..9000 count ~ vague"),
    ("No arrests have been made.", "0 count ="),
    ("No officer was hurt.", "0 count ="),
    ("None of the shops reported it.", "0 count ="),
    ("Not one of the 14 plans had been signed.", "0 count =|14 count ="),
    ("The unit has not completed any reviews.", "0 count ="),
    ("The team didn't record any visits.", "0 count ="),
    ("Zero complaints were upheld.", "0 count ="),
    ("All six stations have reopened.", "6 count ="),
    ("Three of the eight areas were good.", "3 count =|8 count ="),
    ("One man was detained.", "1 count ="),
    ("Only one search was recorded.", "1 count ="),
    ("At least one car was hit.", "1 count >="),
    ("The force hired 75 more officers.", "75 count = up"),
    ("It has 40 fewer sergeants.", "40 count = down"),
    ("It recruited an extra 15 call takers.", "15 count = up"),
    ("It answers 900 calls a day.", "900 count = per day"),
    ("It makes about 60 arrests every week.", "60 count ~ per week"),
    ("He was stopped four times.", "4 count ="),
    ("A 12-strong team broke in.", "12 count ="),
    ("Nearly 2000 people signed.", "2000 count ~"),
    ("Police recorded 1985 offences in the valley.", "1985 count ="),
    ("She has answered 101 burglary reports.", "101 count ="),
    ("Ten warrants, 14 arrests and two closures followed.", "10 count =|14 count =|2 count ="),
]

SHARES = [
    ("Just 12 per cent of thefts were solved.", "12 percent ="),
    ("Just 12% of thefts were solved.", "12 percent ="),
    ("Just 12pc of thefts were solved.", "12 percent ="),
    ("Just twelve percent of thefts were solved.", "12 percent ="),
    ("Burglary is down 31 per cent.", "31 percent = down"),
    ("Burglary fell by more than 31 per cent.", "31 percent > down"),
    ("Burglary was 18 percent lower than in spring.", "18 percent = down"),
    ("A 7.5% rise in assaults was recorded.", "7.5 percent = up"),
    ("There was an increase of 40 per cent.", "40 percent = up"),
    ("A year-on-year drop of 9% was seen.", "9 percent = down"),
    ("Robbery fell by a third.", "0.3333 ratio = down"),
    ("Confidence is up three percentage points to 71 per cent.", "3 pp = up|71 percent ="),
    ("Confidence fell two points to 58%.", "2 pp = down|58 percent ="),
    ("The rate went from 12 to 18 per cent.", "12 percent = from|18 percent = to"),
    ("Between 10 and 15 per cent of posts are empty.", "10..15 percent range"),
    ("About 10-15% of posts are empty.", "10..15 percent range"),
    ("One in five calls was dropped.", "0.2 ratio ="),
    ("Nearly one in three calls was dropped.", "0.3333 ratio ~"),
    ("Four in 10 victims gave up.", "0.4 ratio ="),
    ("Nine out of ten drivers were sober.", "0.9 ratio ="),
    ("One in every 20 letters was late.", "0.05 ratio ="),
    ("Two-thirds of crews are trained.", "0.6667 ratio ="),
    ("Two thirds of crews are trained.", "0.6667 ratio ="),
    ("A quarter of shifts went unfilled.", "0.25 ratio ="),
    ("More than half of shifts went unfilled.", "0.5 ratio >"),
    ("Less than half the shifts were filled.", "0.5 ratio <"),
    ("Over three quarters of residents feel safe.", "0.75 ratio >"),
    ("Every theft reported to us was investigated.", "100 percent ="),
    ("All emergency calls were answered.", "100 percent ="),
    ("Knife crime has doubled.", "2 multiple = up"),
    ("Knife crime more than doubled.", "2 multiple > up"),
    ("The backlog almost halved.", "0.5 multiple ~ down"),
    ("Seizures trebled to 90.", "3 multiple = up|90 count ="),
    ("Twice as many bikes were found.", "2 multiple ="),
    ("Four times as many bikes were found.", "4 multiple ="),
    ("The rate is more than three times the average.", "3 multiple >"),
    ("There was a tenfold rise in scams.", "10 multiple = up"),
    ("Costs could double by next spring.", "2 multiple = up"),
    ("The figure is almost double that of its neighbour.", "2 multiple ~"),
]

MEASURES = [
    ("The dogs sniffed out 14kg of cocaine.", "14 kg ="),
    ("Nearly two tonnes of tobacco were burnt.", "2 tonne ~"),
    ("They drained 300 litres of fuel.", "300 litre ="),
    ("He drove at 112mph in a 40mph zone.", "112 mph =|40 mph ="),
    ("Callers wait 11 minutes on average.", "11 minute ="),
    ("Crews arrived within 15 minutes.", "15 minute <="),
    ("It took more than four hours.", "4 hour >"),
    ("She was jailed for eight years.", "8 year ="),
    ("He got a 14-month sentence.", "14 month ="),
    ("The longest delay was half an hour.", "0.5 hour ="),
    ("They waited over two years for a trial.", "2 year >"),
    ("He must do 180 hours of unpaid work.", "180 hour ="),
    ("Tests take six to eight weeks.", "6..8 week range"),
    ("The wait fell from 30 days to 12.", "30 day = from|12 day = to"),
    ("They jumped a 2m high fence.", "2 m ="),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTS)
def test_a_count_is_read_as_stated(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), SHARES)
def test_a_share_or_change_is_read_as_stated(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), MEASURES)
def test_a_weight_or_duration_is_read_as_stated(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected
