import { PEOPLE, type ResearchVariable } from './variable.ts';

/**
 * In which order values of identifying columns are withheld: first what tells most of somebody and is asked about least, last
 * what most analyses need.
 */
export const WITHHOLDING_ORDER: readonly string[] = [
  'grants',
  'start_month',
  'mentee_nationality_group',
  'mentee_referral',
  'mentor_sector',
  'mentee_residence_ground',
  'branch',
  'mentor_gender',
  'mentee_out_of_work',
  'mentee_education',
  'mentee_age_band',
  'country',
  'mentee_gender',
];

/** The identifying columns among these, in the order of withholding. */
export function identifyingOf(variables: readonly ResearchVariable[]): string[] {
  const chosen = new Set(variables.map(({ name }) => name));
  return WITHHOLDING_ORDER.filter((name) => chosen.has(name));
}

/** A column that may be withheld: in the rows of which more identifying columns are withheld than its place says, from 0 on. */
export interface WithholdingPlace {
  readonly name: string;
  readonly place: number;
}

/**
 * The columns that may be withheld, in the order in which they are. A pseudonym goes with the first column that all rows under
 * it share: where one is told, so is everything that another row of the same person could tell.
 */
export function withholdingPlaces(variables: readonly ResearchVariable[]): WithholdingPlace[] {
  const chosen = new Map(variables.map((variable) => [variable.name, variable]));
  const identifying = identifyingOf(variables);
  const places = [
    ...identifying.map((name, place) => ({ name, place })),
    ...PEOPLE.filter((person) => chosen.has(person)).map((person) => ({
      name: person,
      place: identifying.findIndex((name) => chosen.get(name)?.sameFor?.includes(person)),
    })),
  ];
  return places.filter(({ place }) => place >= 0).toSorted((a, b) => a.place - b.place);
}
