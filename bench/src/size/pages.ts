import { readFile } from 'node:fs/promises';
import { post } from '../http.ts';
import type { Api } from '../platform.ts';
import type { Programme, Who } from './programmes.ts';

/** An operation of a portal, as its build wrote it down, with what the page asks it for. */
interface Asked {
  readonly operation: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A page as somebody opens it: all its operations at once. */
export interface Page {
  readonly name: string;
  readonly who: Who;
  readonly portal: 'admin' | 'partner';
  readonly asks: readonly Asked[];
}

const HEADLINES = [
  'DUOS_STARTED',
  'DUOS_ACTIVE',
  'POSITIVE_EXIT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MENTOR_LOYALTY_RATE',
];
const OF_MONEY = ['COST_PER_DUO', 'SROI_GROSS'];
const OF_GRANTS = [
  'DUOS_STARTED',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MEETING_REGULARITY_RATE',
  'SATISFACTION_RATE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'MENTORING_HOURS',
];
const MONEY = ['COST_PER_DUO', 'COST_PER_POSITIVE_EXIT', 'COST_PER_JOB', 'TOTAL_COST', 'FUNDING'];

/** As many groups as a page asks for. */
const LARGEST_GROUPS = 41;
/** All grants, the latest first. */
const LATEST_GRANTS = { latest: 20, grant: '', ofGrant: false };

const figures = (metrics: readonly string[]) => ({ requests: metrics.map((metric) => ({ metric })) });
const indicator = (metric: string, by: string): readonly Asked[] => [
  { operation: 'Figure', variables: { metric } },
  { operation: 'Trend', variables: { metric, step: 'QUARTER', other: null, compared: false } },
  { operation: 'Breakdown', variables: { metric, by, largest: LARGEST_GROUPS } },
];

/** Pages that show figures of the whole programme, or of all that a funder pays. */
export async function dashboards(programme: Programme): Promise<Page[]> {
  const all = await everyMetric(programme);
  const staff = { who: 'ADMINISTRATOR', portal: 'admin' } as const;
  return [
    {
      name: 'figures of the staff home',
      ...staff,
      asks: [{ operation: 'Headlines', variables: figures([...HEADLINES, ...OF_MONEY]) }],
    },
    {
      name: `indicators page (${all.length} figures)`,
      ...staff,
      asks: [{ operation: 'CatalogueFigures', variables: figures(all) }],
    },
    funderDashboard(),
    {
      name: 'positive exits: figure, trend by quarter, by branch',
      ...staff,
      asks: indicator('POSITIVE_EXIT_RATE', 'BRANCH'),
    },
    {
      name: 'active duos: figure, trend by quarter, by education',
      ...staff,
      asks: indicator('DUOS_ACTIVE', 'EDUCATION'),
    },
    {
      name: 'regular meetings: figure, trend by quarter, by grant',
      ...staff,
      asks: indicator('MEETING_REGULARITY_RATE', 'GRANT'),
    },
    {
      name: 'loyalty of mentors: figure, trend by quarter, by gender',
      ...staff,
      asks: indicator('MENTOR_LOYALTY_RATE', 'GENDER'),
    },
    {
      name: 'profile of mentees and mentors',
      ...staff,
      asks: [{ operation: 'Profile', variables: { largest: LARGEST_GROUPS } }],
    },
    {
      name: 'the way of mentees into a duo',
      ...staff,
      asks: [{ operation: 'Pathway', variables: { journey: 'MENTEE' } }],
    },
    {
      name: 'money: overview',
      ...staff,
      asks: [
        {
          operation: 'MoneyOverview',
          variables: { ...figures(MONEY), period: null, largest: LARGEST_GROUPS },
        },
      ],
    },
    {
      name: 'figures of the staff home, coordinator of one branch',
      who: 'COORDINATOR',
      portal: 'admin',
      asks: [{ operation: 'Headlines', variables: figures(HEADLINES) }],
    },
  ];
}

export function funderDashboard(): Page {
  return {
    name: 'funder dashboard',
    who: 'FUNDER',
    portal: 'partner',
    asks: [
      { operation: 'Impact', variables: { ...figures(OF_GRANTS), ...LATEST_GRANTS } },
      { operation: 'Beside', variables: {} },
      { operation: 'OutcomesByGroup', variables: {} },
      { operation: 'OutcomesByYear', variables: {} },
      { operation: 'Agreements', variables: LATEST_GRANTS },
      { operation: 'Costs', variables: {} },
      { operation: 'Sroi', variables: {} },
    ],
  };
}

const FIRST = 50;
const NO_FILTER = {};
const duos = (filter: object, field = 'STARTED_ON', direction = 'DESC'): Asked => ({
  operation: 'Duos',
  variables: { first: FIRST, filter, sort: { field, direction } },
});
const mentees = (filter: object, field = 'NAME', direction = 'ASC'): Asked => ({
  operation: 'Mentees',
  variables: { first: FIRST, filter, sort: { field, direction } },
});

/** Lists with their totals, as they open and as they are searched and sorted. */
export function lists(): Page[] {
  const asks: readonly (readonly [string, Asked])[] = [
    ['what waits today', { operation: 'Today', variables: { mine: null } }],
    ['duos', duos(NO_FILTER)],
    ['duos by mentee', duos(NO_FILTER, 'MENTEE', 'ASC')],
    ['duos by last meeting', duos(NO_FILTER, 'LAST_MEETING_ON')],
    ['duos by planned end', duos({ status: ['ACTIVE'] }, 'PLANNED_END_ON', 'ASC')],
    ['duos that wait for a meeting', duos({ attention: 'SILENT' })],
    ['duos, search of a frequent name', duos({ search: 'diallo' })],
    ['duos, search of two names', duos({ search: 'aminata peeters' })],
    ['duos, search of a reference', duos({ search: 'D0000471' })],
    ['mentees', mentees(NO_FILTER)],
    ['mentees by info session', mentees(NO_FILTER, 'INFO_SESSION', 'DESC')],
    ['mentees after their intake', mentees({ stage: ['INTAKE'] })],
    ['mentees, search of two names', mentees({ search: 'fatoumata diallo' })],
    [
      'mentors',
      {
        operation: 'Mentors',
        variables: { first: FIRST, filter: {}, sort: { field: 'NAME', direction: 'ASC' } },
      },
    ],
    ['costs', { operation: 'Costs', variables: { first: FIRST, filter: {} } }],
    [
      'records of positive exits',
      {
        operation: 'FigureRecords',
        variables: { metric: 'POSITIVE_EXIT_RATE', first: FIRST, counted: true, identified: true },
      },
    ],
  ];
  return (['ADMINISTRATOR', 'COORDINATOR'] as const).flatMap((who) =>
    asks
      .filter(([name]) => who === 'ADMINISTRATOR' || name !== 'costs')
      .map(([name, asked]): Page => ({ name, who, portal: 'admin', asks: [asked] })),
  );
}

async function everyMetric({ api, headers }: Programme): Promise<string[]> {
  const answer = await post(`${api.origin}/graphql`, { query: '{ metrics { id } }' }, headers.ADMINISTRATOR);
  const { data } = JSON.parse(answer) as { data: { metrics: { id: string }[] } };
  return data.metrics.map(({ id }) => id);
}

/** Opens a page once and answers with what came. An answer with errors is an error. */
export async function openPage(
  { headers }: Pick<Programme, 'headers'>,
  { origin }: Pick<Api, 'origin'>,
  { who, portal, asks }: Page,
): Promise<string[]> {
  return Promise.all(
    asks.map(async ({ operation, variables = {} }) => {
      const query = await documentOf(portal, operation);
      const answer = await post(`${origin}/graphql`, { query, variables }, headers[who]);
      if (answer.includes('"errors":['))
        throw new Error(`${operation} as ${who}: ${answer.slice(answer.indexOf('"errors"'), 600)}`);
      return answer;
    }),
  );
}

const documents = new Map<string, Promise<ReadonlyMap<string, string>>>();

async function documentOf(portal: Page['portal'], operation: string): Promise<string> {
  let known = documents.get(portal);
  if (known === undefined) {
    known = readDocuments(portal);
    documents.set(portal, known);
  }
  const text = (await known).get(operation);
  if (text === undefined) throw new Error(`The ${portal} portal has no operation ${operation}.`);
  return text;
}

async function readDocuments(portal: Page['portal']): Promise<ReadonlyMap<string, string>> {
  const file = new URL(`../../../apps/${portal}/src/gql/persisted-documents.json`, import.meta.url);
  const texts = Object.values(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
  return new Map(texts.map((text) => [/(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '', text]));
}
