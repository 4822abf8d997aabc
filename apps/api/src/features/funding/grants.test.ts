import { describe, expect, test } from 'vitest';
import {
  branchId,
  CHANGE,
  create,
  CREATE,
  duo,
  earmark,
  finance,
  funderId,
  grantInput,
  kit,
  otherBranch,
  REMOVE,
} from '../../../test/grants-kit.ts';
import { ask, askRaw, viewerWith } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';

describe('a grant', () => {
  test('is written down with all that was agreed, changed by its version, and its terms keep their ids', async () => {
    const input = grantInput({
      conditions: [{ text: 'At least 2 duos', measure: 'DUOS_STARTED', target: 2, dueOn: '2017-12-31' }],
      instalments: [
        { dueOn: '2017-02-01', amountCents: 4_000_00, receivedOn: '2017-02-10' },
        { dueOn: '2018-01-15', amountCents: 6_000_00 },
      ],
      deadlines: [{ dueOn: '2017-12-01', text: 'Yearly report' }],
    });
    const { createGrant: grant } = await ask(kit, finance, CREATE, { input });
    expect(grant).toMatchObject({ version: 1, endsOn: '2017-12-31', received: { cents: 4_000_00 } });
    const next = { ...input, deadlines: [{ ...grant.deadlines[0], sentOn: '2017-12-05' }] };
    const { changeGrant: changed } = await ask(kit, finance, CHANGE, {
      id: grant.id,
      version: 1,
      input: next,
    });
    expect(changed).toMatchObject({
      version: 2,
      deadlines: [{ id: grant.deadlines[0].id, sentOn: '2017-12-05' }],
    });
    expect(
      (await ask(kit, finance, CHANGE, { id: grant.id, version: 1, input: next })).changeGrant.code,
    ).toBe('CHANGED_MEANWHILE');
    expect(await create({ reference: input.reference })).toMatchObject({
      code: 'REFERENCE_TAKEN',
      field: 'reference',
    });
    expect(
      await create({ amountCents: 1, instalments: [{ dueOn: '2017-02-01', amountCents: 2 }] }),
    ).toMatchObject({ code: 'INSTALMENTS_EXCEED_GRANT' });
  });

  test('is taken out while it pays nothing, and put back', async () => {
    const { id } = await create();
    const act = async (name: string, version: number) =>
      (
        await ask(
          kit,
          finance,
          `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ... on Grant { version } ... on Refusal { code } } }`,
          { id, version },
        )
      )[name];
    const listed = async () =>
      (await ask(kit, finance, '{ grants { id } }')).grants.some((grant: { id: string }) => grant.id === id);
    expect(await act('removeGrant', 1)).toEqual({ version: 2 });
    expect(await listed()).toBe(false);
    expect(await earmark(id, [await duo(), 1])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act('restoreGrant', 2)).toEqual({ version: 3 });
    expect(await listed()).toBe(true);
    await earmark(id, [await duo(), 1]);
    expect(await act('removeGrant', 3)).toEqual({ code: 'GRANT_IN_USE' });
  });

  test('counts as funds as long as it pays something, or has brought money in', async () => {
    const { id } = await create();
    const input = grantInput();
    let version = 1;
    const change = async (changes: object) => {
      const { changeGrant } = await ask(kit, finance, CHANGE, {
        id,
        version,
        input: { ...input, ...changes },
      });
      if (changeGrant.version !== undefined) ({ version } = changeGrant);
      return changeGrant;
    };
    const inUse = { code: 'GRANT_IN_USE', field: 'status', params: null };
    const paid = await duo();
    await earmark(id, [paid, 1]);
    for (const status of ['DECLINED', 'REQUESTED']) expect(await change({ status })).toEqual(inUse);
    expect(await change({ status: 'SETTLED' })).toMatchObject({ status: 'SETTLED', duoCount: 1 });
    expect(await change({ status: 'DECLINED' })).toEqual(inUse);
    await change({ status: 'AWARDED' });
    await ask(kit, finance, REMOVE, { grantId: id, duoIds: [paid] });
    const instalments = [{ dueOn: '2017-02-01', amountCents: 1_00, receivedOn: '2017-02-01' }];
    expect(await change({ status: 'DECLINED', instalments })).toEqual(inUse);
    await change({ instalments });
    expect(await change({ status: 'DECLINED' })).toMatchObject({ status: 'DECLINED' });
    await change({ status: 'AWARDED' });
    await kit.db.query(
      `insert into cost (booked_on, category, branch_id, amount_cents, grant_id) values ('2017-05-01', 'IT', $1, 100, $2)`,
      [branchId, id],
    );
    expect(await change({ status: 'DECLINED' })).toEqual(inUse);
  });

  test('counts as funds once it is awarded', async () => {
    const funds = async () =>
      (await ask(kit, finance, '{ figure(metric: FUNDING) { ... on Figure { value } } }')).figure.value;
    const before = await funds();
    await create({ status: 'REQUESTED' });
    expect(await funds()).toBe(before);
    await create();
    expect(await funds()).toBe(before + 10_000_00);
  });

  test('is due with what did not come in, was not sent, or is to be reached soon', async () => {
    const { id } = await create({
      conditions: [{ text: 'A poster', dueOn: '2018-01-10' }],
      instalments: [
        { dueOn: '2017-12-30', amountCents: 1_00 },
        { dueOn: '2018-03-01', amountCents: 1_00 },
      ],
      deadlines: [
        { dueOn: '2017-12-31', text: 'Report' },
        { dueOn: '2017-12-01', text: 'Sent', sentOn: '2017-12-01' },
      ],
    });
    const { grantDues } = await ask(kit, finance, '{ grantDues { grantId kind dueOn overdue } }');
    expect(grantDues.filter(({ grantId }: { grantId: string }) => grantId === id)).toEqual([
      { grantId: id, kind: 'INSTALMENT', dueOn: '2017-12-30', overdue: true },
      { grantId: id, kind: 'DEADLINE', dueOn: '2017-12-31', overdue: false },
      { grantId: id, kind: 'SETTLEMENT', dueOn: '2017-12-31', overdue: false },
      { grantId: id, kind: 'CONDITION', dueOn: '2018-01-10', overdue: false },
    ]);
  });

  test('is to be settled from its last day on, until it is', async () => {
    const input = grantInput({ startsOn: '2016-01-01', endsOn: '2016-12-31' });
    const { id } = await create(input);
    const dues = async () => {
      const { grantDues } = await ask(
        kit,
        finance,
        '{ grantDues { id grantId kind dueOn overdue amountCents text } }',
      );
      return grantDues.filter(({ grantId }: { grantId: string }) => grantId === id);
    };
    expect(await dues()).toEqual([
      {
        id,
        grantId: id,
        kind: 'SETTLEMENT',
        dueOn: '2016-12-31',
        overdue: true,
        amountCents: null,
        text: null,
      },
    ]);
    await ask(kit, finance, CHANGE, { id, version: 1, input: { ...input, status: 'SETTLED' } });
    expect(await dues()).toEqual([]);
  });
});

describe('earmarks', () => {
  test('beyond the period of their grant are warned of before, and listed afterwards', async () => {
    const grant = await create();
    const [within, early, late] = [
      await duo('2017-02-01', '2017-12-31'),
      await duo('2016-11-01', '2017-03-01'),
      // Its end is planned half a year on.
      await duo('2017-10-01'),
    ];
    const list = async (filter: object) => {
      const query = `query ($id: ID!, $filter: GrantDuoFilter) { grantDuos(grantId: $id, filter: $filter) { totalCount duos { id beginsBefore goesOnAfter } } }`;
      return (await ask(kit, finance, query, { id: grant.id, filter })).grantDuos;
    };
    const { duos } = await list({ earmarked: false });
    expect([within, early, late].map((id) => duos.find((row: { id: string }) => row.id === id))).toEqual([
      { id: within, beginsBefore: false, goesOnAfter: false },
      { id: early, beginsBefore: true, goesOnAfter: false },
      { id: late, beginsBefore: false, goesOnAfter: true },
    ]);
    expect(await earmark(grant.id, [within, 1], [early, 1], [late, 1])).toMatchObject({
      grant: { duoCount: 3 },
    });
    const part = async (first: number, skip: number) => {
      const query = `query ($id: ID!, $first: Int!, $skip: Int!) { grantDuos(grantId: $id, filter: { earmarked: true }, first: $first, skip: $skip) { totalCount duos { id } } }`;
      const { grantDuos } = await ask(kit, finance, query, { id: grant.id, first, skip });
      return [grantDuos.totalCount, ...grantDuos.duos.map((row: { id: string }) => row.id)];
    };
    expect([await part(2, 0), await part(2, 2), await part(2, 4)]).toEqual([
      [3, early, within],
      [3, late],
      [3],
    ]);
    const beyond = await list({ earmarked: true, beyondPeriod: true });
    expect(beyond.duos.map(({ id }: { id: string }) => id)).toEqual([early, late]);
    const inside = await list({ earmarked: true, beyondPeriod: false });
    expect(inside.duos.map(({ id }: { id: string }) => id)).toEqual([within]);
    const remove = await ask(kit, finance, REMOVE, { grantId: grant.id, duoIds: [within, early, late] });
    expect(remove.removeEarmarks).toMatchObject({ grant: { duoCount: 0 } });
  });

  test('are all written or none, within what other grants leave, with a preview that says why not', async () => {
    const [a, b] = [await create(), await create({ branchId })];
    const [free, shared, early, elsewhere] = [
      await duo(),
      await duo(),
      await duo('2016-01-01', '2016-06-01'),
      await duo('2017-03-01', undefined, otherBranch),
    ];
    expect(await earmark(a.id, [shared, 0.6])).toMatchObject({ grant: { duoCount: 1 } });
    const preview =
      'query ($id: ID!, $earmarks: [EarmarkInput!]!) { earmarkPreview(grantId: $id, earmarks: $earmarks) { duoId refusal { code } } }';
    const asked = [free, shared, early, elsewhere, newId()];
    const { earmarkPreview } = await ask(kit, finance, preview, {
      id: b.id,
      earmarks: asked.map((duoId) => ({ duoId, share: 0.5 })),
    });
    const codes = [
      undefined,
      'DUO_FUNDED_ALREADY',
      'DUO_OUTSIDE_GRANT_PERIOD',
      'DUO_OF_OTHER_BRANCH',
      'REFERENCE_UNKNOWN',
    ];
    expect(earmarkPreview).toEqual(
      asked.map((duoId, index) => {
        const code = codes[index];
        return { duoId, refusal: code === undefined ? null : { code } };
      }),
    );
    const listed = async (filter: object) => {
      const query = `query ($id: ID!, $filter: GrantDuoFilter) { grantDuos(grantId: $id, filter: $filter) { totalCount duos { id taken own } } }`;
      const { grantDuos } = await ask(kit, finance, query, { id: b.id, filter });
      const duos: { id: string; taken: number; own: number }[] = grantDuos.duos;
      expect(grantDuos.totalCount).toBe(duos.length);
      return new Map(duos.map(({ id, taken, own }) => [id, [taken, own]]));
    };
    const could = await listed({ earmarked: false, free: true, fitting: true });
    expect([free, shared, early, elsewhere].map((id) => could.get(id))).toEqual([
      [0, 0],
      [0.6, 0],
      undefined,
      undefined,
    ]);
    expect(await earmark(b.id, [free, 0.5], [shared, 0.5])).toEqual({
      code: 'DUO_FUNDED_ALREADY',
      field: 'earmarks.1.share',
      params: { free: 0.4 },
    });
    expect(await earmark(b.id, [free, 0.5], [shared, 0.4])).toMatchObject({
      grant: { duoCount: 2, share: 0.9 },
    });
    const isFree = async (id: string, filter: object = {}) =>
      (await listed({ free: true, ...filter })).has(id);
    expect(await Promise.all([free, shared, early].map((id) => isFree(id)))).toEqual([true, false, true]);
    const others = [
      { branch: [otherBranch] },
      { started: { from: '2017-03-02', to: '2018-01-01' } },
      { search: shared },
    ];
    for (const filter of others) expect(await isFree(free, filter)).toBe(false);
    const own = {
      branch: [branchId],
      started: { from: '2017-03-01', to: '2017-03-02' },
      search: ` ${free} `,
    };
    expect(await isFree(free, own)).toBe(true);
    const facts = await kit.db.query('select grant_ids from duo_fact where duo_id = $1', [shared]);
    expect(facts[0].grant_ids).toHaveLength(2);
    expect(
      (await ask(kit, finance, REMOVE, { grantId: b.id, duoIds: [free, shared] })).removeEarmarks,
    ).toEqual({ grant: { duoCount: 0 } });
    expect((await ask(kit, finance, REMOVE, { grantId: b.id, duoIds: [free] })).removeEarmarks.code).toBe(
      'NOT_FOUND',
    );
    expect(await earmark(b.id, [free, 0.5], [shared, 0.4])).toMatchObject({ grant: { duoCount: 2 } });
  });

  test('of a settled grant stay as they are, until it is awarded once more', async () => {
    const grant = await create();
    const [paid, other] = [await duo(), await duo()];
    await earmark(grant.id, [paid, 1]);
    const settle = (status: string, version: number) =>
      ask(kit, finance, CHANGE, {
        id: grant.id,
        version,
        input: { ...grantInput(), status },
      });
    await settle('SETTLED', 1);
    const settled = { code: 'GRANT_SETTLED', field: 'grantId' };
    const remove = async () =>
      (await ask(kit, finance, REMOVE, { grantId: grant.id, duoIds: [paid] })).removeEarmarks;
    expect(await remove()).toEqual(settled);
    expect(await earmark(grant.id, [other, 1])).toMatchObject({ code: settled.code });
    await settle('AWARDED', 2);
    expect(await remove()).toEqual({ grant: { duoCount: 0 } });
    expect(await earmark(grant.id, [paid, 1])).toMatchObject({ grant: { duoCount: 1 } });
  });

  test('never fund a duo twice, whoever earmarks it at the same moment', async () => {
    const grants = await Promise.all(Array.from({ length: 6 }, () => create()));
    const duos = [await duo(), await duo(), await duo()];
    for (let round = 0; round < 5; round += 1) {
      // Half of them name the duos the other way round: they do not wait for each other for ever.
      const answers = await Promise.all(
        grants.map(({ id }, index) => {
          const rows = duos.map((duoId) => [duoId, 0.4] as const);
          return earmark(id, ...(index % 2 === 0 ? rows : rows.toReversed()));
        }),
      );
      expect(answers.filter(({ code }) => code === undefined)).toHaveLength(2);
      expect(answers.filter(({ code }) => code === 'DUO_FUNDED_ALREADY')).toHaveLength(4);
      const sums = await kit.db.query(
        'select sum(share) from earmark where duo_id = any ($1) group by duo_id',
        [duos],
      );
      expect(sums.map(({ sum }: { sum: number }) => sum)).toEqual([0.8, 0.8, 0.8]);
      await kit.db.query('delete from earmark where duo_id = any ($1)', [duos]);
    }
  });

  test('are held by the database itself, for whatever writes them', async () => {
    const [a, b] = [await create(), await create()];
    const target = await duo();
    const write = (grantId: string) =>
      kit.db.query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 0.6)', [target, grantId]);
    const answers = await Promise.allSettled([write(a.id), write(b.id)]);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.constraint)).toEqual(['earmark_no_double_funding']);
    // Within a transaction shares may be moved in any order.
    const [{ grant_id: holder }] = await kit.db.query('select grant_id from earmark where duo_id = $1', [
      target,
    ]);
    await kit.db.transaction(async (tx) => {
      await tx.query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 1)', [
        target,
        holder === a.id ? b.id : a.id,
      ]);
      await tx.query('delete from earmark where duo_id = $1 and grant_id = $2', [target, holder]);
    });
    const [sum] = await kit.db.query('select sum(share) from earmark where duo_id = $1', [target]);
    expect(sum.sum).toBe(1);
  });

  test('keep a grant from being changed so that it no longer fits them', async () => {
    const grant = await create();
    await earmark(grant.id, [await duo('2017-11-01'), 1]);
    const input = { ...grantInput(), endsOn: '2017-10-31' };
    expect((await ask(kit, finance, CHANGE, { id: grant.id, version: 1, input })).changeGrant).toMatchObject({
      code: 'EARMARKS_OUTSIDE_GRANT',
      params: { count: 1 },
    });
  });
});

test('who runs duos chooses among grants, without what they amount to', async () => {
  await create();
  const coordinator = viewerWith('COORDINATOR', { branchIds: [branchId] });
  const { grants } = await ask(kit, coordinator, '{ grants { id reference status counts duoCount } }');
  expect(grants.length).toBeGreaterThan(0);
  for (const field of ['amount { cents }', 'received { cents }', 'instalments { amountCents }']) {
    const { errors } = await askRaw(kit, coordinator, `{ grants { id ${field} } }`);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});

test('who may read grants does not write them, and a partner has its own', async () => {
  const answer = await askRaw(kit, viewerWith('ANALYST'), CREATE, { input: grantInput() });
  expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const { id } = await create({ deadlines: [{ dueOn: '2018-02-01', text: 'Report' }] });
  const ask1 = `query ($id: ID!) { grant(id: $id) { reference deadlines { text } } }`;
  const own = viewerWith('PARTNER_MEMBER', { partnerId: funderId });
  expect((await ask(kit, own, ask1, { id })).grant.deadlines).toEqual([{ text: 'Report' }]);
  const foreign = viewerWith('PARTNER_MEMBER', { partnerId: newId() });
  expect((await ask(kit, foreign, ask1, { id })).grant).toBeNull();
});
