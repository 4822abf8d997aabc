import type { Role } from '@tandem/domain/capabilities';
import { describe, expect, test } from 'vitest';
import {
  ALL_COLUMNS,
  countOf,
  keyOf,
  kit,
  post,
  STAFF_ROLES,
  take,
  USE,
  type Row,
} from '../../../test/research-kit.ts';
import { serve } from '../../../test/serve.ts';
import { ask, askRaw, viewerWith } from '../../../test/testkit.ts';
import { ACCOUNT_LIMITS } from '../../http/limits.ts';

describe('the protection of a data set', () => {
  const columns = [
    'duo',
    'branch',
    'start_month',
    'mentee_gender',
    'mentee_age_band',
    'mentee_education',
    'mentor_sector',
  ];
  const identifying = columns.slice(1);
  const sizesOf = (rows: readonly Row[]) =>
    [...Map.groupBy(rows, (row) => identifying.map((name) => row[name]).join()).values()].map(
      ({ length }) => length,
    );

  test('leaves no combination to fewer than k rows, and says what it withheld', async () => {
    const { rows, codebook, readme } = await take({ columns, smallestGroup: 5 });
    expect(Math.min(...sizesOf(rows))).toBeGreaterThanOrEqual(5);
    const withheld = Object.fromEntries(
      codebook.map(({ variable, rows_withheld }) => [variable, Number(rows_withheld)]),
    );
    for (const name of identifying) expect(withheld[name]).toBe(countOf(rows, { [name]: 'WITHHELD' }));
    expect(withheld['start_month']).toBeGreaterThan(400);
    expect(withheld['duo']).toBe(0);
    expect(readme).toContain(`start_month: in ${withheld['start_month']} rows`);
  });

  test('is what the preview tells, before and after', async () => {
    const preview = (smallestGroup: number) =>
      ask(
        kit,
        viewerWith('ANALYST'),
        'query ($choice: ResearchChoiceInput!) { researchPreview(choice: $choice) { rows alone fewer withheld { name rows } } }',
        { choice: { columns, smallestGroup } },
      ).then(({ researchPreview }) => researchPreview);
    const open = await take({ columns, smallestGroup: 1 });
    const sizes = sizesOf(open.rows);
    const { rows, codebook } = await take({ columns, smallestGroup: 5 });
    expect(await preview(5)).toEqual({
      rows: rows.length,
      alone: sizes.filter((size) => size === 1).length,
      fewer: sizes.filter((size) => size < 5).reduce((sum, size) => sum + size, 0),
      withheld: [
        'start_month',
        'mentor_sector',
        'branch',
        'mentee_education',
        'mentee_age_band',
        'mentee_gender',
      ].map((name) => ({
        name,
        rows: Number(codebook.find(({ variable }) => variable === name)?.['rows_withheld']),
      })),
    });
    expect((await preview(1)).withheld.every(({ rows }: { rows: number }) => rows === 0)).toBe(true);
  });

  test('refuses a set of fewer people than k', async () => {
    const period = { from: '2015-09-01', to: '2015-09-02' };
    const refused = await post({ ...USE, columns, period });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ extensions: { code: 'TOO_FEW_PEOPLE', params: { limit: 5 } } }] },
    ]);
    const { researchPreview } = await ask(
      kit,
      viewerWith('ANALYST'),
      'query ($choice: ResearchChoiceInput!) { researchPreview(choice: $choice) { withheld { name } } }',
      { choice: { columns, period } },
    );
    expect(researchPreview.withheld).toBeNull();
  });
});

describe('a purpose that rests on consent', () => {
  test('lets in whose mentee gave it, and what is the mentor’s where the mentor did', async () => {
    const [duos]: { mentee: string; mentor: string }[][] = [
      await kit.db.query(
        `select mentee.person_id as mentee, mentor.person_id as mentor from duo join mentee on mentee.id = mentee_id
         join mentor on mentor.id = mentor_id order by duo.reference limit 30`,
      ),
    ];
    await kit.db.query(`delete from consent where purpose = 'EVALUATION'`);
    const say = (people: readonly string[], status: string, day: string, version = 1) =>
      kit.db.query(
        `insert into consent (person_id, purpose, version, status, on_day, recorded_by) select unnest($1::uuid[]), 'EVALUATION', $4, $2, $3, 'Ada'`,
        [people, status, day, version],
      );
    await say([...new Set(duos?.map(({ mentee }) => mentee))], 'GIVEN', '2017-01-01');
    const mentors = [...new Set(duos?.slice(0, 20).map(({ mentor }) => mentor))];
    await say(mentors, 'GIVEN', '2017-01-01');
    await say(mentors.slice(0, 5), 'WITHDRAWN', '2017-02-01');
    const [{ kept, without }] = await kit.db.query(
      `with said as (select person_id from current_consent where purpose = 'EVALUATION' and status = 'GIVEN')
       select count(*) as kept, count(*) filter (where mentor.person_id not in (select person_id from said)) as without
       from duo join mentee on mentee.id = mentee_id join mentor on mentor.id = mentor_id
       where mentee.person_id in (select person_id from said)`,
    );
    const columns = ['duo', 'mentee', 'mentor', 'mentor_gender', 'mentee_gender', 'mentor_satisfaction'];
    const { rows, codebook, readme } = await take({
      ...USE,
      purpose: 'EVALUATION',
      columns,
      smallestGroup: 1,
    });
    expect(rows.length).toBe(kept);
    expect(kept).toBeGreaterThanOrEqual(30);
    expect(without).toBeGreaterThan(5);
    for (const name of ['mentor', 'mentor_satisfaction'])
      expect(countOf(rows, { [name]: 'NO_CONSENT' })).toBe(without);
    expect(countOf(rows, { mentee: 'NO_CONSENT' })).toBe(0);
    expect(codebook.find(({ variable }) => variable === 'mentor')?.['rows_without_consent']).toBe(
      String(without),
    );
    expect(readme).toContain(`${471 - kept} duos whose mentee did not give it`);
    const { researchPreview } = await ask(
      kit,
      viewerWith('ANALYST'),
      'query ($choice: ResearchChoiceInput!) { researchPreview(choice: $choice, purpose: "EVALUATION") { rows leftOut withoutMentor } }',
      { choice: { columns } },
    );
    expect(researchPreview).toEqual({ rows: kept, leftOut: 471 - kept, withoutMentor: without });

    await kit.db.query(
      `insert into purpose (code, version, legal_basis, data_categories, recipients, name, description, from_day)
       select code, 2, legal_basis, data_categories, recipients || array['Université de Namur'], name, description, '2017-06-01' from purpose where code = 'EVALUATION'`,
    );
    const again = [...new Set(duos?.slice(0, 12).map(({ mentee }) => mentee))];
    await say(again, 'GIVEN', '2017-07-01', 2);
    await say(mentors.slice(5, 8), 'GIVEN', '2017-07-01', 2);
    const second = await take({ ...USE, purpose: 'EVALUATION', columns, smallestGroup: 1 });
    const before = kept - again.length;
    expect(second.rows.length).toBe(again.length);
    const [{ silent }] = await kit.db.query(
      `select count(*) as silent from duo join mentee on mentee.id = mentee_id join mentor on mentor.id = mentor_id
       where mentee.person_id = any ($1) and not mentor.person_id = any ($2)`,
      [again, mentors.slice(5, 8)],
    );
    expect(silent).toBeLessThan(again.length);
    expect(countOf(second.rows, { mentor: 'NO_CONSENT' })).toBe(silent);
    expect(second.readme).toContain(
      `consent to version 2. ${471 - again.length} duos whose mentee did not give it are not in. For ${before} of them it was given to a former version`,
    );
    const { researchPreview: now } = await ask(
      kit,
      viewerWith('ANALYST'),
      'query ($choice: ResearchChoiceInput!) { researchPreview(choice: $choice, purpose: "EVALUATION") { rows leftOut agreedBefore } }',
      { choice: { columns } },
    );
    expect(now).toEqual({
      rows: again.length,
      leftOut: 471 - again.length,
      agreedBefore: before,
    });
  });
});

describe('taking data out for research', () => {
  const PREVIEW =
    '{ researchPreview(choice: {columns: ["duo"]}) { rows } researchPurposes { key } researchVariables { name } }';

  test('is for administrators and analysts', async () => {
    for (const role of STAFF_ROLES) {
      const may = role === 'ADMINISTRATOR' || role === 'ANALYST';
      const response = await post({ ...USE, columns: ['duo'] }, keyOf(role));
      expect([role, response.status]).toEqual([role, may ? 200 : 403]);
      const { errors } = await askRaw(kit, viewerWith(role), PREVIEW);
      expect([role, errors === undefined]).toEqual([role, may]);
    }
    expect((await post({ ...USE, columns: ['duo'] }, {})).status).toBe(401);
    const partner = viewerWith('PARTNER_ADMINISTRATOR', {
      partnerId: '00000000-0000-7000-8000-000000000000',
    });
    expect((await askRaw(kit, partner, PREVIEW)).errors).toBeDefined();
  });

  test('has nationality and ground of residence for who may see them alone', async () => {
    const columns = ['duo', 'mentee_nationality_group'];
    const asAnalyst = await post({ ...USE, columns }, keyOf('ANALYST'));
    expect([asAnalyst.status, await asAnalyst.text()]).toEqual([
      403,
      expect.stringContaining('SEE_RESIDENCE'),
    ]);
    expect((await post({ ...USE, columns })).status).toBe(200);
    const choice = { columns };
    const query = 'query ($choice: ResearchChoiceInput!) { researchPreview(choice: $choice) { rows } }';
    expect((await askRaw(kit, viewerWith('ANALYST'), query, { choice })).errors).toHaveLength(1);
    const offered = async (role: Role) =>
      (await ask(kit, viewerWith(role), '{ researchVariables { name } }')).researchVariables.map(
        ({ name }: { name: string }) => name,
      );
    expect(await offered('ADMINISTRATOR')).toEqual(ALL_COLUMNS);
    expect(await offered('ANALYST')).toEqual(
      ALL_COLUMNS.filter((name) => name !== 'mentee_nationality_group' && name !== 'mentee_residence_ground'),
    );
  });

  test('needs a purpose that is in force, a recipient and a use', async () => {
    const refusal = async (body: object) => {
      const response = await post({ ...USE, columns: ['duo'], ...body });
      const { errors } = (await response.json()) as {
        errors: [{ extensions: { code: string; field?: string } }];
      };
      const [{ extensions }] = errors;
      return [response.status, extensions.code, extensions.field];
    };
    expect(await refusal({ purpose: 'NOTHING' })).toEqual([422, 'REFERENCE_UNKNOWN', 'purpose']);
    expect(await refusal({ purpose: null })).toEqual([422, 'REQUIRED', 'purpose']);
    expect(await refusal({ recipient: ' ' })).toEqual([422, 'REQUIRED', 'recipient']);
    expect(await refusal({ use: 'x'.repeat(1001) })).toEqual([422, 'TOO_LONG', 'use']);
    expect((await refusal({ columns: ['name'] })).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
    expect((await refusal({ columns: [] })).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
    expect((await refusal({ smallestGroup: 21 })).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
    expect((await refusal({ asOf: '2018-01-01' })).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
    await kit.db.query(
      `insert into purpose (code, version, legal_basis, data_categories, recipients, name, description, from_day)
       select 'LATER', 1, legal_basis, data_categories, recipients, name, description, '2018-01-01' from purpose where code = 'MEASUREMENT'`,
    );
    expect(await refusal({ purpose: 'LATER' })).toEqual([422, 'REFERENCE_UNKNOWN', 'purpose']);
  });

  test('has erased people with what stays of them', async () => {
    const columns = ['duo', 'mentee', 'mentee_gender', 'mentee_age_band', 'exit_within_12_months'];
    const before = await take({ columns, smallestGroup: 1 });
    const [{ person: id }] = await kit.db.query(
      `select mentee.person_id as person from duo join mentee on mentee.id = mentee_id join person on person.id = mentee.person_id
       where closed_on is not null and birth_date is not null and gender is not null
         and not exists (select from duo as other where other.mentee_id = duo.mentee_id and other.id <> duo.id)
       order by duo.reference limit 1`,
    );
    const erase =
      'mutation ($id: ID!) { erasePerson(personId: $id, reason: "asked by letter") { __typename } }';
    const { erasePerson } = await ask(kit, viewerWith('ADMINISTRATOR'), erase, { id });
    expect(erasePerson).toEqual({ __typename: 'ErasureReport' });
    const after = await take({ columns, smallestGroup: 1 });
    const given = (rows: readonly Row[], name: string) => rows.filter((row) => row[name] !== '').length;
    expect(after.rows.length).toBe(before.rows.length);
    expect(given(after.rows, 'mentee_gender')).toBe(given(before.rows, 'mentee_gender'));
    expect(given(after.rows, 'mentee_age_band')).toBe(given(before.rows, 'mentee_age_band') - 1);
  });

  test('is limited for an account, whatever comes of it', async () => {
    const limited = await serve(kit, { limited: true });
    const ask = () =>
      fetch(`${limited.origin}/research/data-set.zip`, { method: 'POST', headers: keyOf('ANALYST') });
    for (let sent = 0; sent < ACCOUNT_LIMITS.dataSets.points; sent += 1)
      expect((await ask()).status).toBe(400);
    const refused = await ask();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await limited.close();
  });

  test('is not done in the name of who is signed in by another site', async () => {
    const response = await post(
      { ...USE, columns: ['duo'] },
      { ...keyOf('ADMINISTRATOR'), 'sec-fetch-site': 'cross-site' },
    );
    expect(response.status).toBe(403);
  });
});
