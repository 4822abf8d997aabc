import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { conditions } from '../compile.ts';
import { DEFAULT_PARAMETERS } from '../definition.ts';
import { duosByStart } from '../sources.ts';
import { Values, type Statement } from '../statement.ts';
import { NO_CONSENT, PEOPLE, type Person, type ResearchVariable } from './variable.ts';

/** Of which duos a data set is. */
export interface ResearchScope {
  readonly asOf: CalendarDay;
  /** By the start of the duo; all time where there is none. */
  readonly period: Period | undefined;
  /** Ids; all branches where there are none. */
  readonly branches: readonly string[] | undefined;
  /** Where the purpose rests on consent: only of duos whose mentee gave it. */
  readonly consentTo: ConsentAsked | undefined;
}

/** A purpose by its code, and its version in force: who agreed to a former one has not agreed to what it says now. */
export interface ConsentAsked {
  readonly purpose: string;
  readonly version: number;
}

/** The columns that say who is in a row, each person of a kind by a number from 0 on: for counting people, and not for the file. */
export const NUMBERS_OF_PEOPLE = PEOPLE.map((person) => `${person}_number`);

/** A statement for the rows of a data set, in no order: each variable under its name, and who is in the row, all as text. */
export function compileResearch(variables: readonly ResearchVariable[], scope: ResearchScope): Statement {
  const values = new Values();
  const { terms, where, consents } = bound(scope, values);
  const columns = variables.map(({ name, value, ofMentor = false }) => {
    const text = `(${value(terms)})::text`;
    const told =
      consents === undefined || !ofMentor
        ? text
        : `case when ${consents.mentor} then ${text} else '${NO_CONSENT}' end`;
    return `${told} as "${name}"`;
  });
  const people = PEOPLE.map((who) => `(dense_rank() over (order by f.${who}_id) - 1)::text as ${who}_number`);
  const given = consents === undefined ? '' : ` and ${consents.mentee}`;
  return {
    text: `select ${[...columns, ...people].join(', ')} from ${duosByStart.relation} where ${where}${given}`,
    values: values.list,
  };
}

/**
 * A statement that counts the duos of a scope in one row: `rows` of the data set, `leftOut` for want of the mentee's consent,
 * `agreedBefore`, of these those whose mentee agreed to a former version, and `withoutMentor`, of the rows those whose mentor
 * gave none.
 */
export function compileResearchCounts(scope: ResearchScope): Statement {
  const values = new Values();
  const { where, consents } = bound(scope, values);
  const { mentee, mentor, before } = consents ?? { mentee: 'true', mentor: 'true', before: 'false' };
  return {
    text: `select count(*) filter (where mentee) as rows, count(*) filter (where not mentee) as "leftOut",
  count(*) filter (where before) as "agreedBefore", count(*) filter (where mentee and not mentor) as "withoutMentor"
from (select ${mentee} as mentee, ${mentor} as mentor, ${before} as before from ${duosByStart.relation} where ${where}) as duos`,
    values: values.list,
  };
}

function bound({ asOf, period, branches, consentTo }: ResearchScope, values: Values) {
  const terms = { ...DEFAULT_PARAMETERS, asOf: values.bind(asOf, 'date') };
  const filter = branches && { BRANCH: branches };
  const where = conditions(duosByStart, { asOf, period, filter }, terms, values);
  if (consentTo === undefined) return { terms, where, consents: undefined };
  const purpose = values.bind(consentTo.purpose, 'text');
  const inForce = values.bind(consentTo.version, 'integer');
  const consentOf = (who: Person, version: string) =>
    `exists (select from current_consent join ${who} on ${who}.person_id = current_consent.person_id
      where ${who}.id = f.${who}_id and current_consent.purpose = ${purpose} and current_consent.status = 'GIVEN'
        and current_consent.version ${version})`;
  const consents = {
    mentee: consentOf('mentee', `= ${inForce}`),
    mentor: consentOf('mentor', `= ${inForce}`),
    before: consentOf('mentee', `< ${inForce}`),
  };
  return { terms, where, consents };
}
