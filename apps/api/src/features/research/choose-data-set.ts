import type { CalendarDay } from '@tandem/domain/calendar-day';
import { researchChoiceInput } from '@tandem/domain/research-inputs';
import type { ConsentAsked, ResearchScope } from '@tandem/metrics/research/compile-research';
import type { ResearchVariable } from '@tandem/metrics/research/variable';
import { RESEARCH_VARIABLES, variablesNamed } from '@tandem/metrics/research/variables';
import type { EntityManager } from 'typeorm';
import { refuseImpossibleTime } from '../../graphql/asked-time.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest, forbidden } from '../../graphql/errors.ts';
import type { PurposeType } from '../privacy/privacy.type.ts';
import { inForceOn, purposesWhere } from '../privacy/purposes.sql.ts';
import type { ResearchChoiceInput } from './research.type.ts';

/** A data set as it is asked for. */
export interface DataSetChoice {
  readonly variables: readonly ResearchVariable[];
  readonly scope: Omit<ResearchScope, 'consentTo'> & { readonly asOf: CalendarDay };
  readonly smallestGroup: number;
}

/** The variables that the viewer may take out, in the order of the file. */
export function variablesFor(context: Context): readonly ResearchVariable[] {
  return RESEARCH_VARIABLES.filter(({ needs }) => needs === undefined || viewerCan(context, needs));
}

/** Refuses columns that are none or that the viewer may not take out, and times that cannot be. */
export function dataSetChosen(context: Context, raw: ResearchChoiceInput): DataSetChoice {
  const parsed = researchChoiceInput.safeParse({ ...raw, smallestGroup: raw.smallestGroup ?? undefined });
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
    throw badRequest(`The data set cannot be made: ${path.join('.')} ${message}.`);
  }
  const { columns, asOf, period, branch, smallestGroup } = parsed.data;
  const variables = variablesNamed(columns);
  if (variables === undefined) throw badRequest('A column is the name of a variable of the data set.');
  const missing = variables.flatMap(({ needs }) =>
    needs === undefined || viewerCan(context, needs) ? [] : [needs],
  );
  if (missing.length > 0)
    throw forbidden([...new Set(missing)], { keyGiven: context.viewer?.keyId !== null });
  refuseImpossibleTime(context, { asOf, period });
  return {
    variables,
    scope: {
      asOf: asOf ?? context.today,
      period: period ?? undefined,
      branches: branch?.map((id) => id.toLowerCase()),
    },
    smallestGroup,
  };
}

type Rows = Pick<EntityManager, 'query'>;

/** The purposes that are in force on a day. */
export function purposesInForce(db: Rows, day: CalendarDay): Promise<PurposeType[]> {
  return db.query(purposesWhere(inForceOn('$1')), [day]);
}

/** The version of a purpose that is in force; undefined of one that is not in the register, or not yet. */
export async function purposeInForce(
  db: Rows,
  key: string,
  day: CalendarDay,
): Promise<PurposeType | undefined> {
  return (await purposesInForce(db, day)).find((purpose) => purpose.key === key);
}

/** Whose consent decides who is in a data set for a purpose. */
export function consentAsked({ legalBasis, key, version }: PurposeType): ConsentAsked | undefined {
  return legalBasis === 'CONSENT' ? { purpose: key, version } : undefined;
}
