import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { conditions } from '../compile.ts';
import { DEFAULT_PARAMETERS } from '../definition.ts';
import { duosByStart } from '../sources.ts';
import { Values, type Statement } from '../statement.ts';
import { NO_CONSENT, type ResearchVariable } from './variable.ts';

/** Of which duos a data set is. */
export interface ResearchScope {
  readonly asOf: CalendarDay;
  /** By the start of the duo; all time where there is none. */
  readonly period: Period | undefined;
  /** Ids; all branches where there are none. */
  readonly branches: readonly string[] | undefined;
  /** The code of the purpose, where it rests on consent: only of duos whose mentee gave it. */
  readonly consentTo: string | undefined;
}

/** A statement for the rows of a data set, in an order that tells nothing: each variable under its name, as text. */
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
  const given = consents === undefined ? '' : ` and ${consents.mentee}`;
  return {
    text: `select ${columns.join(', ')} from ${duosByStart.relation} where ${where}${given} order by random()`,
    values: values.list,
  };
}

/**
 * A statement that counts the duos of a scope in one row: `rows` of the data set, `left_out` for want of the mentee's consent,
 * and `without_mentor`, of the rows those whose mentor gave none.
 */
export function compileResearchCounts(scope: ResearchScope): Statement {
  const values = new Values();
  const { where, consents } = bound(scope, values);
  const [mentee, mentor] = [consents?.mentee ?? 'true', consents?.mentor ?? 'true'];
  return {
    text: `select count(*) filter (where mentee) as rows, count(*) filter (where not mentee) as left_out, count(*) filter (where mentee and not mentor) as without_mentor
from (select ${mentee} as mentee, ${mentor} as mentor from ${duosByStart.relation} where ${where}) as duos`,
    values: values.list,
  };
}

function bound({ asOf, period, branches, consentTo }: ResearchScope, values: Values) {
  const terms = { ...DEFAULT_PARAMETERS, asOf: values.bind(asOf, 'date') };
  const filter = branches && { BRANCH: branches };
  const where = conditions(duosByStart, { asOf, period, filter }, terms, values);
  if (consentTo === undefined) return { terms, where, consents: undefined };
  const purpose = values.bind(consentTo, 'text');
  const consentOf = (who: 'mentee' | 'mentor') =>
    `exists (select from current_consent join ${who} on ${who}.person_id = current_consent.person_id
      where ${who}.id = f.${who}_id and current_consent.purpose = ${purpose} and current_consent.status = 'GIVEN')`;
  return { terms, where, consents: { mentee: consentOf('mentee'), mentor: consentOf('mentor') } };
}
