import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  act,
  finance,
  inputOf,
  openDraft,
  readSroi,
  save,
  sroiFigures,
  VERSION,
} from '../../../test/sroi.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
let funder: ReturnType<typeof viewerWith>;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
  funder = viewerWith('PARTNER_MEMBER', { partnerId });
});
afterAll(() => kit.close());

const readVersion = async (id: string, viewer = finance) =>
  (await ask(kit, viewer, `query ($id: ID!) { sroiVersion(id: $id) { ${VERSION} } }`, { id })).sroiVersion;

describe('a partner', () => {
  test('meets the published version alone, by the API and by the database', async () => {
    const draft = await openDraft(kit, 'Not for partners');
    const changed = await save(kit, draft, inputOf(draft, { deadweight: 0, ranges: [] }));
    const seen = await readSroi(kit, funder);
    expect([seen.draft, seen.current.status, seen.viewerCanEdit]).toEqual([null, 'PUBLISHED', false]);
    expect(seen.versions).toEqual([{ name: seen.current.name, status: 'PUBLISHED' }]);
    expect(await readVersion(changed.id, funder)).toBeNull();
    expect(await readVersion(changed.id)).toMatchObject({ id: changed.id });
    expect((await sroiFigures(kit, funder)).net).toBe((await sroiFigures(kit)).net);
    const asPartner = await kit.db.transaction(async (tx) => {
      await tx.query('set local role tandem_partner');
      return tx.query(
        `select (select count(*) from sroi_version) as versions, (select count(*) from sroi_row where version_id = $1) as rows,
           (select count(*) from sroi_scenario where version_id = $1) as scenarios`,
        [changed.id],
      );
    });
    expect(asPartner).toEqual([{ versions: 1, rows: 0, scenarios: 0 }]);
    await act(kit, 'discard', changed);
  });
});

describe('what is released of the map', () => {
  const on = (today: string): Testkit => ({ ...kit, today });
  const jobs = (model: any): number => model.current.rows[0].quantity;

  test('sees the counts that were released with its ratio, and no other ones', async () => {
    const seen = (await readSroi(kit, funder)).current;
    expect(seen).toMatchObject({ publishedInvestment: null, publishedResult: null });
    expect(seen.rows[0].publishedQuantity).toBeNull();
    const [own, theirs] = [(await readSroi(kit)).current, seen].map(({ scenarios }) =>
      scenarios.map(({ name }: { name: string }) => name),
    );
    // A scenario's own count of stable jobs was not released.
    expect(own).toEqual([...(theirs ?? []), 'Stable jobs alone count']);
    expect(theirs).toHaveLength(3);
    const staff = jobs(await readSroi(kit));
    // Written today, found long ago.
    await kit.db.query(
      `update outcome set removed_at = '2017-06-01' where duo_id in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 2)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(jobs(await readSroi(kit))).toBe(staff - 2);
    // Neither on the same day, nor with the next release: no ten duos closed since.
    for (const day of ['2017-12-31', '2018-01-01']) {
      const { current } = await readSroi(on(day), funder);
      expect(current).toEqual(seen);
      expect(await sroiFigures(on(day), funder)).toMatchObject({
        gross: current.result.grossRatio,
        net: current.result.netRatio,
      });
      expect(await readVersion(current.id, funder)).toEqual(seen);
    }
    await kit.db.query(`update outcome set removed_at = null where removed_at = '2017-06-01'`);
    await kit.db.query('select rebuild_facts()');
  });

  test('sees the version of which its ratio is made: another one once it is published', async () => {
    const known = jobs(await readSroi(on('2018-01-02'), funder));
    expect(jobs(await readSroi(kit))).toBe(known);
    const draft = await openDraft(kit, 'Other assumptions');
    const published = await act(
      kit,
      'publish',
      await save(kit, draft, inputOf(draft, { deadweight: 0.4, ranges: [] })),
    );
    // The counts are those that are known, and assumptions tell of nobody.
    const { current } = await readSroi(on('2018-01-02'), funder);
    expect([current.name, current.result]).toEqual([published.name, published.result]);
    expect((await sroiFigures(on('2018-01-02'), funder)).net).toBe(published.result.netRatio);
  });

  test('has no map while one of its quantities is few; the ratio stays', async () => {
    const [{ partner_id: partnerId }] = await kit.db.query(
      `select partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 limit 1`,
    );
    await kit.db.query(
      `update outcome set removed_at = now() where removed_at is null and duo_id not in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 3)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(jobs(await readSroi(kit))).toBe(3);
    const another = viewerWith('PARTNER_MEMBER', { partnerId });
    expect(await readSroi(kit, another)).toBeNull();
    expect((await sroiFigures(kit, another)).net).toBe((await sroiFigures(kit)).net);
  });

  test('is not told how the ratio is spread where it has no map', async () => {
    const draft = await openDraft(kit, 'Uncertain');
    const ranges = [{ parameter: 'deadweight', distribution: 'UNIFORM', low: 0.2, high: 0.6 }];
    await act(kit, 'publish', await save(kit, draft, inputOf(draft, { deadweight: 0.4, ranges })));
    const spreadFor = async (viewer: typeof funder) =>
      (await ask(kit, viewer, '{ figure(metric: SROI_NET) { ... on Figure { value spread { draws } } } }'))
        .figure;
    const others: { partner_id: string }[] = await kit.db.query(
      `select distinct partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 limit 2`,
    );
    const never = viewerWith('PARTNER_MEMBER', { partnerId: others[1]?.partner_id ?? '' });
    const asIs = await spreadFor(finance);
    expect(asIs.spread).toEqual({ draws: expect.any(Number) });
    expect(await spreadFor(never)).toEqual({ ...asIs, spread: null });
  });

  test('nor where its ratio is an earlier one, of a version that another one took the place of', async () => {
    await kit.db.query(`update outcome set removed_at = null where removed_at is not null`);
    await kit.db.query('select rebuild_facts()');
    const [{ partner_id: partnerId }] = await kit.db.query(
      `select distinct partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 desc limit 1`,
    );
    const third = viewerWith('PARTNER_MEMBER', { partnerId });
    const toldOn = async (today: string) => {
      const { figure, sroiModel } = await ask(
        on(today),
        third,
        '{ figure(metric: SROI_NET) { ... on Figure { asOf isEarlier spread { draws } } } sroiModel { current { id } } }',
      );
      return { ...figure, hasMap: sroiModel?.current != null };
    };
    const spread = { draws: expect.any(Number) };
    expect(await toldOn('2018-02-01')).toEqual({
      asOf: '2018-02-01',
      isEarlier: false,
      spread,
      hasMap: true,
    });
    await kit.db.query(
      `update outcome set removed_at = now() where duo_id in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 2)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(await toldOn('2018-02-02')).toEqual({ asOf: '2018-02-01', isEarlier: true, spread, hasMap: true });
    const draft = await openDraft(kit, 'Uncertain, again');
    const ranges = [{ parameter: 'deadweight', distribution: 'UNIFORM', low: 0.3, high: 0.7 }];
    await act(kit, 'publish', await save(kit, draft, inputOf(draft, { deadweight: 0.5, ranges })));
    expect(await toldOn('2018-02-03')).toEqual({
      asOf: '2018-02-01',
      isEarlier: true,
      spread: null,
      hasMap: false,
    });
  });
});
