import { CATALOGUE } from '@tandem/metrics/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../../test/testkit.ts';
import { Database } from '../../../database/database.ts';

const staff = viewerWith('ADMINISTRATOR');
const FIRST = '2017-12-30';
const SECOND = '2017-12-31';
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit(SECOND);
  await importSample(kit.db);
});
afterAll(() => kit.close());

const RESULT = `__typename ... on Figure { value numerator denominator asOf isEarlier definition { id } }
  ... on Withheld { reason definition { id } } ... on NoData { definition { id } }`;
const PUBLICATION = `{ publication { id asOf figures { result { ${RESULT} } breakdowns { by groups { key label result { ${RESULT} } } } } } }`;
const RECORD = '... on PublicationRecord { id asOf withdrawnAt } ... on Refusal { code }';
const on = (today: string) => ({ ...kit, today });
const published = async (today = SECOND) => (await ask(on(today), null, PUBLICATION)).publication;
interface Told {
  readonly __typename: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly asked?: number | null;
  readonly reason?: string;
  readonly definition: { readonly id: string };
}
interface Published {
  readonly result: Told;
  readonly breakdowns: readonly {
    readonly by: string;
    readonly groups: readonly { readonly result: Told }[];
  }[];
}
interface Publication {
  readonly id: string;
  readonly asOf: string;
  readonly figures: readonly Published[];
}
const figureIn = ({ figures }: Pick<Publication, 'figures'>, metric: string): Published => {
  const found = figures.find(({ result }) => result.definition.id === metric);
  if (found === undefined) throw new Error(`${metric} is not published`);
  return found;
};
const publish = async (today: string) =>
  (await ask(on(today), staff, `mutation { publishFigures { ${RECORD} } }`)).publishFigures;
const change = async (verb: 'withdraw' | 'restore', id: string) =>
  (await ask(kit, staff, `mutation { ${verb}Publication(id: "${id}") { ${RECORD} } }`))[`${verb}Publication`];

async function ledger() {
  const [counts] = await kit.db.query(
    `select (select count(*)::int from figure_release) as releases, (select count(*)::int from released_figure) as figures`,
  );
  return counts;
}

async function asNobody<Row>(statement: string): Promise<Row[]> {
  const db = new Database(kit.db, { role: 'tandem_public' });
  try {
    return await db.query<Row[]>(statement);
  } finally {
    await db.close();
  }
}

describe('before anything is published', () => {
  test('nobody sees a figure, and looking what would be shown tells nothing', async () => {
    expect(await published(FIRST)).toBeNull();
    const { publicationPreview } = await ask(
      on(FIRST),
      staff,
      `{ publicationPreview { asOf stands figures { metric value asOf reason groups groupsShown } } }`,
    );
    expect(publicationPreview).toMatchObject({ asOf: FIRST, stands: false });
    expect(
      publicationPreview.figures.find(
        ({ metric }: { readonly metric: string }) => metric === 'POSITIVE_EXIT_RATE',
      ),
    ).toMatchObject({ value: expect.closeTo(191 / 268), asOf: FIRST, reason: null, groups: 3 });
    expect(await ledger()).toEqual({ releases: 0, figures: 0 });
    expect(await published(FIRST)).toBeNull();
  });

  test.each(['COORDINATOR', 'FINANCE', 'ANALYST', 'PARTNER_ADMINISTRATOR'] as const)(
    'a viewer with the role %s does not publish',
    async (role) => {
      const { errors } = await askRaw(
        on(FIRST),
        viewerWith(role),
        `mutation { publishFigures { __typename } }`,
      );
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );
});

describe('once figures are published', () => {
  let first: Publication;
  beforeAll(async () => {
    await publish(FIRST);
    first = await published(FIRST);
  });

  test('of answers it says how many were asked for, as the response rates beside it tell', async () => {
    const { publication } = await ask(
      on(FIRST),
      null,
      `{ publication { figures { result { ... on Figure { denominator asked definition { id } } ... on Withheld { definition { id } }
        ... on NoData { definition { id } } } } } }`,
    );
    const [satisfied, mentees, mentors] = [
      'SATISFACTION_RATE',
      'MENTEE_RESPONSE_RATE',
      'MENTOR_RESPONSE_RATE',
    ].map((metric) => figureIn(publication, metric).result);
    expect(satisfied?.asked).toBe((mentees?.denominator ?? 0) + (mentors?.denominator ?? 0));
    expect(mentees?.asked).toBeNull();
  });

  test('everybody sees the release: today’s values, and what is protected as such', async () => {
    expect(first.asOf).toBe(FIRST);
    const staffSees = await ask(on(FIRST), staff, `{ figure(metric: POSITIVE_EXIT_RATE) { ${RESULT} } }`);
    expect(figureIn(first, 'POSITIVE_EXIT_RATE').result).toEqual({
      ...staffSees.figure,
      isEarlier: false,
    });
    const shown = first.figures.flatMap(({ result, breakdowns }) => [
      result,
      ...breakdowns.flatMap(({ groups }) => groups.map((group) => group.result)),
    ]);
    expect(shown.filter(({ __typename }) => __typename === 'Withheld').length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ reason }) => reason))).toEqual(new Set([undefined, 'PROTECTED']));
    const by = Object.fromEntries(
      first.figures.map(({ result, breakdowns }) => [result.definition.id, breakdowns.map((one) => one.by)]),
    );
    expect(by).toMatchObject({
      POSITIVE_EXIT_RATE: ['YEAR'],
      STABLE_EMPLOYMENT_RATE: ['YEAR'],
      SROI_NET: [],
      SROI_GROSS: [],
    });
    expect(by['TOTAL_COST']).toContain('COST_CATEGORY');
    expect(by['FUNDING']).toContain('GRANT_KIND');
    // Neither staff nor partners are shown another page.
    const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    for (const viewer of [staff, viewerWith('PARTNER_MEMBER', { partnerId }), viewerWith('COORDINATOR')])
      expect((await ask(on(FIRST), viewer, PUBLICATION)).publication).toEqual(first);
  });

  test('tells the indicators that are asked for, where not all are', async () => {
    const { publication } = await ask(
      on(FIRST),
      null,
      `{ publication { figures(metrics: [SROI_NET, POSITIVE_EXIT_RATE]) { result { ... on Figure { definition { id } } } } } }`,
    );
    expect(
      publication.figures.map(
        ({ result }: { result: { definition: { id: string } } }) => result.definition.id,
      ),
    ).toEqual(['POSITIVE_EXIT_RATE', 'SROI_NET']);
  });

  test('tells within what a rate lies and how a net return is spread, as staff are told', async () => {
    const SURE =
      '... on Figure { unknown bounds { worst best caution } spread { lower upper draws } definition { id } } ... on Withheld { definition { id } } ... on NoData { definition { id } }';
    const { publication } = await ask(on(FIRST), null, `{ publication { figures { result { ${SURE} } } } }`);
    for (const metric of ['POSITIVE_EXIT_RATE', 'SROI_NET', 'COMPLETION_RATE']) {
      const { figure } = await ask(on(FIRST), staff, `{ figure(metric: ${metric}) { ${SURE} } }`);
      expect(figureIn(publication, metric).result).toEqual(figure);
    }
    const [exits, sroi, completed] = ['POSITIVE_EXIT_RATE', 'SROI_NET', 'COMPLETION_RATE'].map(
      (metric) => figureIn(publication, metric).result,
    );
    expect(exits).toMatchObject({ bounds: { worst: 190 / 267, best: 1, caution: 'NOBODY_FOLLOWED' } });
    expect(sroi).toMatchObject({ bounds: null, spread: { draws: 100_000 } });
    expect(completed).toMatchObject({ bounds: null, spread: null });
  });

  test('says what its figures are in the words in which it was published, in the language of the reader', async () => {
    const nameIn = async (locale: 'fr' | 'nl') => {
      const { publication } = await ask(
        { ...on(FIRST), locale },
        null,
        `{ publication { figures { result { ... on Figure { definition { id name } } } } } }`,
      );
      const figures: readonly {
        readonly result: { readonly definition?: { readonly id: string; readonly name: string } };
      }[] = publication.figures;
      return figures.find(({ result }) => result.definition?.id === 'POSITIVE_EXIT_RATE')?.result.definition
        ?.name;
    };
    expect(await nameIn('nl')).toBe(CATALOGUE.POSITIVE_EXIT_RATE.words.nl.name);
    const told = `array['POSITIVE_EXIT_RATE/' || ${CATALOGUE.POSITIVE_EXIT_RATE.version}, 'nl', 'name']`;
    await kit.db.query(`update publication set words = jsonb_set(words, ${told}, '"Zoals het toen heette"')`);
    expect(await nameIn('nl')).toBe('Zoals het toen heette');
    expect(await nameIn('fr')).toBe(CATALOGUE.POSITIVE_EXIT_RATE.words.fr.name);
  });

  test('is the same until the next one, whatever is looked at, and is not published twice', async () => {
    const before = await ledger();
    expect(await publish(FIRST)).toEqual({ code: 'PUBLISHED_ALREADY' });
    await ask(kit, staff, `{ publicationPreview { asOf } }`);
    expect(await published(SECOND)).toEqual(first);
    expect(await ledger()).toEqual(before);
  });

  test('SQL under the role of nobody meets what is published, and nothing else', async () => {
    const releases = await asNobody<{ partner_id: null }>('select partner_id from figure_release');
    expect(releases).toEqual([{ partner_id: null }]);
    await expect(asNobody('select published_by from publication')).rejects.toThrow('permission denied');
    for (const table of ['duo', 'person', 'duo_fact', 'partner', 'funding_grant', 'identity."user"'])
      await expect(asNobody(`select 1 from ${table}`)).rejects.toThrow('permission denied');
    // What a partner was told is the partner's.
    const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    await ask(
      on(FIRST),
      viewerWith('PARTNER_MEMBER', { partnerId }),
      `{ figure(metric: DUOS_STARTED) { __typename } }`,
    );
    expect((await ledger()).releases).toBe(2);
    expect(await asNobody('select id from figure_release')).toHaveLength(1);
    expect(await asNobody('select key from released_figure where partner_id is not null')).toEqual([]);
  });

  test('what one person changed is not told by the next publication: the earlier value stays, with its day', async () => {
    const [[{ duo_id: duoId }]] = await kit.db.query(
      `update duo_fact set exit_from_start = started_on where duo_id = (
         select duo_id from duo_fact where exit_from_start is null and started_on < '2016-10-01' order by duo_id limit 1)
       returning duo_id`,
    );
    expect(duoId).toEqual(expect.any(String));
    const truth = await ask(kit, staff, `{ figure(metric: POSITIVE_EXIT_RATE) { ${RESULT} } }`);
    const { result: was } = figureIn(first, 'POSITIVE_EXIT_RATE');
    expect(truth.figure.numerator).toBeGreaterThan(was.numerator ?? 0);
    expect(await publish(SECOND)).toMatchObject({ asOf: SECOND });
    const second = await published();
    expect(second.asOf).toBe(SECOND);
    expect(figureIn(second, 'POSITIVE_EXIT_RATE').result).toEqual({ ...was, isEarlier: true });
    const { publications } = await ask(kit, staff, `{ publications { asOf withdrawnAt withdrawnBy } }`);
    expect(publications).toEqual([
      { asOf: SECOND, withdrawnAt: null, withdrawnBy: null },
      { asOf: FIRST, withdrawnAt: expect.any(String), withdrawnBy: 'Test' },
    ]);
  });

  test('what is withdrawn is gone for everybody, comes back where that is taken back, and stays in the trail', async () => {
    const { id } = await published();
    expect(await change('withdraw', id)).toMatchObject({ id });
    expect(await published()).toBeNull();
    for (const table of ['publication', 'figure_release', 'released_figure'])
      expect(await asNobody(`select 1 from ${table}`)).toEqual([]);
    expect(await change('withdraw', id)).toEqual({ code: 'NOT_PUBLISHED' });
    expect(await change('restore', first.id)).toEqual({ code: 'PUBLICATION_REPLACED' });
    expect(await change('restore', id)).toMatchObject({ id, withdrawnAt: null });
    expect(await change('restore', id)).toEqual({ code: 'PUBLICATION_REPLACED' });
    expect((await published()).id).toBe(id);
    const trail = await kit.db.query(
      `select action from audit_entry where record_kind = 'publication' order by at, id`,
    );
    expect(trail.map(({ action }: { readonly action: string }) => action)).toEqual([
      'publishFigures',
      'publishFigures',
      'withdrawPublication',
      'restorePublication',
    ]);
    await change('withdraw', id);
    // Nothing is new on the same day: what was told stands again.
    const before = await ledger();
    expect(await publish(SECOND)).toMatchObject({ asOf: SECOND });
    expect(await ledger()).toEqual(before);
  });
});
