/**
 * Each metric once more, as a person would count it from the records, without the engine and without facts; $1 is
 * the as-of day and parameters are the defaults. The test holds both side by side on several days.
 */
const WINDOW = `(duo.started_on + interval '12 months')::date`;
const found = (what: string, duo = 'duo') =>
  `exists (select 1 from outcome o where o.duo_id = ${duo}.id and o.removed_at is null and ${what} and o.observed_on between ${duo}.started_on and ${WINDOW} and o.observed_on <= $1)`;
const POSITIVE = `o.situation <> 'JOB_SEARCH'`;
const JOB = `o.situation = 'JOB'`;
const STABLE = `o.situation = 'JOB' and (o.contract_type = 'OPEN_ENDED' or o.months >= 3)`;
const ofMature = (what: string) =>
  `select count(*) filter (where ${found(what)}) as numerator, count(*) as denominator from duo where duo.started_on <= $1 and ${WINDOW} <= $1`;
const ofAnswers = (question: string) =>
  `select count(*) filter (where score >= 4) as numerator, count(*) as denominator from answer join response on response.id = response_id
   join duo on duo.id = duo_id where question = '${question}' and closed_on <= $1`;
const reached = (
  stage: string,
) => `(select count(*) from stage_change s join stage_change info using (person_id, journey)
  where journey = 'MENTEE' and info.stage = 'INFO_SESSION' and info.reached_on <= $1 and s.stage = '${stage}')`;
const COST = '(select coalesce(sum(amount_cents), 0) from cost where booked_on <= $1)';
const costPerClosedDuoWith = (what: string) =>
  `select ${COST} as numerator, (select count(*) from duo where duo.closed_on <= $1 and ${found(what)}) as denominator`;
const responseOf = (who: string) =>
  `select count(*) filter (where exists (select 1 from response where duo_id = duo.id and respondent = '${who}')) as numerator,
     count(*) as denominator from duo where closed_on <= $1`;

export const METRIC_ORACLES: Readonly<Record<string, string>> = {
  DUOS_STARTED: 'select count(*) as numerator, null as denominator from duo where started_on <= $1',
  DUOS_CLOSED: 'select count(*) as numerator, null as denominator from duo where closed_on <= $1',
  DUOS_ACTIVE:
    'select count(*) as numerator, null as denominator from duo where started_on <= $1 and (closed_on is null or closed_on > $1)',
  POSITIVE_EXIT_RATE: ofMature(POSITIVE),
  EMPLOYMENT_RATE: ofMature(JOB),
  STABLE_EMPLOYMENT_RATE: ofMature(STABLE),
  COMPLETION_RATE: `select count(*) filter (where closure_reason = 'COMPLETED') as numerator, count(*) as denominator from duo where closed_on <= $1`,
  MENTOR_LOYALTY_RATE: `select count(*) filter (where exists (select 1 from duo d where d.mentor_id = firsts.mentor_id and d.started_on > firsts.closed_on and d.started_on <= $1)) as numerator,
    count(*) as denominator from (select mentor_id, min(closed_on) as closed_on from duo where closed_on <= $1 group by mentor_id) as firsts`,
  MENTORING_HOURS:
    'select coalesce(sum(minutes), 0) / 60.0 as numerator, null as denominator from meeting where removed_at is null and held_on <= $1',
  MEETING_REGULARITY_RATE: `select count(*) filter (where (select count(*) from meeting where duo_id = duo.id and removed_at is null and held_on <= $1)
      / greatest(1.0, (least(coalesce(closed_on, $1), $1) - started_on) / 30.4375) >= 2) as numerator, count(*) as denominator from duo where started_on <= $1`,
  REGISTRATION_CONVERSION_RATE: `select ${reached('REGISTERED')} as numerator, ${reached('INFO_SESSION')} as denominator`,
  INTAKE_CONVERSION_RATE: `select ${reached('INTAKE')} as numerator, ${reached('REGISTERED')} as denominator`,
  MATCH_CONVERSION_RATE: `select (select count(distinct mentee_id) from duo join mentee on mentee.id = mentee_id join stage_change info using (person_id)
    where info.stage = 'INFO_SESSION' and info.journey = 'MENTEE' and info.reached_on <= $1) as numerator, ${reached('INTAKE')} as denominator`,
  MENTEE_RESPONSE_RATE: responseOf('MENTEE'),
  MENTOR_RESPONSE_RATE: responseOf('MENTOR'),
  SATISFACTION_RATE: ofAnswers('SATISFACTION'),
  AUTONOMY_RATE: ofAnswers('AUTONOMY'),
  NETWORK_RATE: ofAnswers('NETWORK'),
  USEFULNESS_RATE: ofAnswers('USEFULNESS'),
  COACHING_RATE: ofAnswers('COACHING'),
  NET_PROMOTER_SCORE: `select count(*) filter (where score >= 9) - count(*) filter (where score <= 6) as numerator, count(*) as denominator
    from answer join response on response.id = response_id join duo on duo.id = duo_id where question = 'RECOMMENDATION' and closed_on <= $1`,
  TOTAL_COST: `select ${COST} as numerator, null as denominator`,
  COST_PER_DUO: `select ${COST} as numerator, (select count(*) from duo where started_on <= $1) as denominator`,
  COST_PER_POSITIVE_EXIT: costPerClosedDuoWith(POSITIVE),
  COST_PER_JOB: costPerClosedDuoWith(JOB),
  FUNDING:
    'select coalesce(sum(amount_cents), 0) as numerator, null as denominator from funding_grant where starts_on <= $1',
};
