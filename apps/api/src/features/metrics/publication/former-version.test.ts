import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
const FIRST = '2017-12-30';
const SECOND = '2017-12-31';
let kit: Testkit;

interface Told {
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly unknown?: number | null;
  readonly notYetObservable?: number | null;
  readonly asOf?: string;
  readonly isEarlier?: boolean;
  readonly reason?: string;
  readonly definition: { readonly id: string; readonly version: number; readonly denominator: string };
}
interface PublishedFigure {
  readonly result: Told;
  readonly breakdowns: readonly {
    readonly by: string;
    readonly groups: readonly { readonly result: Told }[];
  }[];
}

const DEFINITION = 'definition { id version denominator }';
const RESULT = `... on Figure { value numerator denominator unknown notYetObservable asOf isEarlier ${DEFINITION} }
  ... on Withheld { reason ${DEFINITION} } ... on NoData { ${DEFINITION} }`;
const on = (today: string) => ({ ...kit, today });
const publish = (today: string) => ask(on(today), staff, 'mutation { publishFigures { __typename } }');

async function publishedRate(today: string): Promise<PublishedFigure> {
  const { publication } = await ask(
    on(today),
    null,
    `{ publication { figures { result { ${RESULT} } breakdowns { by groups { result { ${RESULT} } } } } } }`,
  );
  const figures: readonly PublishedFigure[] = publication.figures;
  const found = figures.find(({ result }) => result.definition.id === 'POSITIVE_EXIT_RATE');
  if (found === undefined) throw new Error('the rate is not published');
  return found;
}

/** As a release stands in the ledger that was made while version 1 of the rates of exits was in force. */
async function madeByVersion1(): Promise<void> {
  const RATES = '(POSITIVE_EXIT_RATE|EMPLOYMENT_RATE)/2/';
  await kit.db.query(`update released_figure set key = regexp_replace(key, '${RATES}', '\\1/1/')`);
  await kit.db.query(
    `update figure_release set rules = 'of before', showings = (
       select jsonb_object_agg(regexp_replace(key, '${RATES}', '\\1/1/'), value) from jsonb_each(showings))`,
  );
}

beforeAll(async () => {
  kit = await openTestkit(SECOND);
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('a publication of before an indicator had its version', () => {
  beforeAll(async () => {
    await publish(FIRST);
    await madeByVersion1();
    // Of then no words were kept.
    await kit.db.query('update publication set words = null');
  });

  test('tells its figures, whole and in groups, by the version of then and in its words', async () => {
    const { result, breakdowns } = await publishedRate(FIRST);
    const { figure } = await ask(
      on(FIRST),
      staff,
      `{ figure(metric: POSITIVE_EXIT_RATE, version: 1) { ... on Figure { value notYetObservable ${DEFINITION} } } }`,
    );
    expect(result).toMatchObject(figure);
    expect(result.definition.version).toBe(1);
    expect(result.definition.denominator).toContain('nothing is recorded in the window');
    expect(breakdowns.map(({ by }) => by)).toEqual(['YEAR']);
    const groups = breakdowns.flatMap((one) => one.groups);
    expect(groups.length).toBeGreaterThan(1);
    expect(new Set(groups.map((group) => group.result.definition.version))).toEqual(new Set([1]));
  });

  test('is what the next one is held against: one person more is not told, and the earlier value keeps its words', async () => {
    const { result: was } = await publishedRate(FIRST);
    await kit.db.query(
      `update duo_fact set exit_from_start = started_on where duo_id = (
         select duo_id from duo_fact where exit_from_start is null and started_on < '2016-10-01' order by duo_id limit 1)`,
    );
    await publish(SECOND);
    const { result } = await publishedRate(SECOND);
    expect(result).toMatchObject({
      numerator: was.numerator,
      denominator: was.denominator,
      asOf: FIRST,
      isEarlier: true,
      definition: { version: 1 },
    });
  });

  test('gives way to the version in force once enough changed that today’s value may be told', async () => {
    const third = '2018-12-31';
    await publish(third);
    const { result } = await publishedRate(third);
    expect(result).toMatchObject({ asOf: third, isEarlier: false, definition: { version: 2 } });
    expect(result.definition.denominator).toContain('at the end of the window or later');
  });
});

test('what another process released meanwhile is published in its own words', async () => {
  const day = '2019-12-31';
  const other = kit.db.createQueryRunner();
  await other.startTransaction();
  try {
    await other.query(`select pg_advisory_xact_lock(hashtextextended('publication', 0))`);
    const published = publish(day);
    // It has made its proposal, and waits for whoever is publishing.
    await expect
      .poll(
        async () =>
          (await kit.db.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length,
        { timeout: 30_000 },
      )
      .toBe(1);
    await other.query(
      `insert into figure_release (id, partner_id, as_of, rules, quality, showings)
       select uuid_v7(), null, $1, rules, quality, (
         select jsonb_object_agg(regexp_replace(key, 'POSITIVE_EXIT_RATE/2/', 'POSITIVE_EXIT_RATE/1/'), value) from jsonb_each(showings))
       from figure_release where partner_id is null and showings is not null order by id desc limit 1`,
      [day],
    );
    await other.commitTransaction();
    await published;
  } finally {
    await other.release();
  }
  const [{ words }] = await kit.db.query('select words from publication where withdrawn_at is null');
  const said = Object.keys(words).filter((key) => key.startsWith('POSITIVE_EXIT_RATE/'));
  expect(said).toEqual(['POSITIVE_EXIT_RATE/1']);
  expect((await publishedRate(day)).result.definition.version).toBe(1);
});
