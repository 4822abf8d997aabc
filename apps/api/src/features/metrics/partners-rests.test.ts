import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';

const staff = viewerWith('ADMINISTRATOR');

interface Told {
  readonly definition?: { readonly id: string };
}
const DUOS = 40;
let kit: Testkit;
const grant = newId();
const duos: string[] = [];

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branch = await makeBranch(kit.db, 'Bruxelles');
  const coordinator = await makeCoordinator(kit.db, branch, 'Coord.');
  for (let index = 0; index < DUOS; index += 1) {
    const { id } = await makeDuo(kit.db, branch, coordinator, {
      startedOn: '2016-02-01',
      closedOn: '2016-09-01',
    });
    duos.push(id);
  }
  const partner = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partner]);
  await kit.db.query(
    `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents)
     values ($1, 'A', $2, 'FINANCIAL_SPONSORSHIP', '2016-01-01', '2018-01-01', 100)`,
    [grant, partner],
  );
});
afterAll(() => kit.close());

/** How the public would be shown the closed duos if the partner paid for so many of them. */
async function isShownIfPaid(count: number): Promise<boolean> {
  await kit.db.query('delete from earmark');
  await kit.db.query('insert into earmark (duo_id, grant_id, share) select unnest($1::uuid[]), $2, 1', [
    duos.slice(0, count),
    grant,
  ]);
  await kit.db.query('select refresh_duo_facts($1)', [duos]);
  const { publicationPreview } = await ask(kit, staff, '{ publicationPreview { figures { metric value } } }');
  const { value } = publicationPreview.figures.find(({ metric }: any) => metric === 'DUOS_STARTED');
  return value !== null;
}

test('the public is told no figure from which a partner works out few others', async () => {
  expect(await isShownIfPaid(0)).toBe(true);
  expect(await isShownIfPaid(DUOS / 2)).toBe(true);
  expect(await isShownIfPaid(DUOS - 3)).toBe(false);
  expect(await isShownIfPaid(DUOS)).toBe(true);
});

test('nor of how many it is not known, where it works out few others of whom it is not', async () => {
  // An exit of eight of the first half and of the second; of two of the second half it is not known whether they had one.
  const course = (index: number) => {
    if (index % (DUOS / 2) < 8) return ['TRAINING', '2016-06-01'];
    return index < 14 || index >= DUOS - 2 ? ['JOB_SEARCH', '2016-06-01'] : ['JOB_SEARCH', '2017-06-01'];
  };
  await kit.db.query(
    `insert into outcome (duo_id, observed_on, situation, evidence, recorded_on)
     select given.id, given.day, given.situation, 'DECLARED', given.day
     from unnest($1::uuid[], $2::text[], $3::date[]) as given (id, situation, day)`,
    [duos, duos.map((_, index) => course(index)[0]), duos.map((_, index) => course(index)[1])],
  );
  const toldIfPaid = async (count: number, today: string) => {
    await isShownIfPaid(count);
    const on = { ...kit, today };
    await ask(on, staff, 'mutation { publishFigures { __typename } }');
    const { publication } = await ask(
      on,
      staff,
      '{ publication { figures { result { ... on Figure { numerator denominator unknown definition { id } } } } } }',
    );
    const { definition: _, ...told } = publication.figures
      .map(({ result }: { readonly result: Told }) => result)
      .find(({ definition }: Told) => definition?.id === 'POSITIVE_EXIT_RATE');
    return told;
  };
  const rate = { numerator: 16, denominator: DUOS };
  expect(await toldIfPaid(DUOS / 2, '2017-12-31')).toEqual({ ...rate, unknown: null });
  expect(await toldIfPaid(0, '2018-01-01')).toEqual({ ...rate, unknown: 8 });
});
