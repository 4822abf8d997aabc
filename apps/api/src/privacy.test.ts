import { addDays } from '@tandem/domain/calendar-day';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDuo, makeMentee } from '../test/programme.ts';
import { ask, askRaw, viewerWith } from '../test/testkit.ts';
import { brussels, coordinatorId, kit, lille, personOf, staff, TODAY } from '../test/two-countries-kit.ts';
import { newId } from './database/new-id.ts';

describe('a consent', () => {
  const RECORD = `mutation ($id: ID!, $input: ConsentInput!) { recordConsent(personId: $id, input: $input) {
    ... on PersonPrivacy { consents { purpose version status onDay recordedBy } } ... on Refusal { code field } } }`;
  let personId: string;
  beforeAll(async () => {
    personId = await personOf(await makeMentee(kit.db, brussels));
  });
  const record = async (status: string, onDay: string, purpose = 'NEWSLETTER', viewer = staff) =>
    (await ask(kit, viewer, RECORD, { id: personId, input: { purpose, answer: status, onDay } }))
      .recordConsent;

  test('is a history: the latest day counts, whenever it was written down', async () => {
    await record('WITHDRAWN', '2019-06-01');
    const { consents } = await record('GIVEN', '2019-01-01');
    expect(consents).toEqual([
      { purpose: 'NEWSLETTER', version: 1, status: 'WITHDRAWN', onDay: '2019-06-01', recordedBy: 'Ada' },
      { purpose: 'NEWSLETTER', version: 1, status: 'GIVEN', onDay: '2019-01-01', recordedBy: 'Ada' },
    ]);
    const [current] = await kit.db.query('select status from current_consent where person_id = $1', [
      personId,
    ]);
    expect(current.status).toBe('WITHDRAWN');
  });

  test('is about the version that was in force on its day', async () => {
    const write = async (fromDay: string, basedOn: number | null) =>
      (
        await ask(
          kit,
          staff,
          'mutation ($input: PurposeInput!, $basedOn: Int) { savePurpose(input: $input, basedOn: $basedOn) { ... on Purpose { version latest name { nl } } ... on Refusal { code field params } } }',
          {
            basedOn,
            input: {
              key: 'NEWSLETTER',
              nameFr: 'Lettre',
              nameNl: 'Brief',
              nameEn: 'Letter',
              descriptionFr: 'Nouvelles',
              descriptionNl: 'Nieuws',
              descriptionEn: 'News',
              legalBasis: 'CONSENT',
              dataCategories: ['CONTACT'],
              recipients: ['STAFF'],
              fromDay,
            },
          },
        )
      ).savePurpose;
    const dayBefore = addDays(TODAY, -1);
    expect(await write(TODAY, null)).toMatchObject({ code: 'REFERENCE_TAKEN', field: 'key' });
    expect(await write(dayBefore, 1)).toMatchObject({ code: 'DAY_TOO_EARLY', params: { day: TODAY } });
    expect(await write(TODAY, 1)).toEqual({ version: 2, latest: true, name: { nl: 'Brief' } });
    expect(await write(addDays(TODAY, 1), 1)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const versions = async (day: string) => (await record('GIVEN', day)).consents[0];
    expect(await versions(dayBefore)).toMatchObject({ version: 1 });
    expect(await versions(TODAY)).toMatchObject({ version: 2 });
  });

  test('is not asked where something else makes the purpose lawful, nor of a purpose that is none', async () => {
    expect(await record('GIVEN', TODAY, 'MEASUREMENT')).toEqual({
      code: 'CONSENT_NOT_ASKED',
      field: 'purpose',
    });
    expect(await record('GIVEN', TODAY, 'NOTHING')).toEqual({ code: 'REFERENCE_UNKNOWN', field: 'purpose' });
  });

  test('is written by a coordinator of the branch, and by no other', async () => {
    const of = (branchId: string) => viewerWith('COORDINATOR', { branchIds: [branchId], name: 'Coco' });
    expect((await record('GIVEN', TODAY, 'EVALUATION', of(brussels))).consents[0].recordedBy).toBe('Coco');
    expect(await record('GIVEN', TODAY, 'EVALUATION', of(lille))).toEqual({
      code: 'NOT_FOUND',
      field: 'personId',
    });
    const query = 'query ($id: ID!) { personPrivacy(personId: $id) { consents { id } } }';
    expect((await ask(kit, of(lille), query, { id: personId })).personPrivacy).toBeNull();
    const { errors } = await askRaw(kit, viewerWith('FINANCE'), query, { id: personId });
    expect(errors?.length).toBe(1);
  });

  test('cannot be changed by who may write one', async () => {
    await expect(
      kit.db.transaction(async (tx) => {
        await tx.query('set local role tandem_staff');
        await tx.query(`update consent set status = 'GIVEN'`);
      }),
    ).rejects.toThrow('permission denied');
  });
});

describe('a limit of disclosure control', () => {
  const SET = `mutation ($value: Int!, $reason: String!) { setThreshold(name: SMALLEST_COUNT, value: $value, reason: $reason) {
    ... on Threshold { value inForce reason setBy } ... on Refusal { code field params } } }`;
  const set = async (value: number, reason = 'advice of the authority') =>
    (await ask(kit, staff, SET, { value, reason })).setThreshold;

  test('goes with a reason, and never below its safe minimum', async () => {
    expect(await set(2)).toEqual({ code: 'TOO_SMALL', field: 'value', params: { limit: 3 } });
    expect(await set(8, ' ')).toMatchObject({ code: 'REASON_NEEDED' });
    expect(await set(8)).toEqual({
      value: 8,
      inForce: true,
      reason: 'advice of the authority',
      setBy: 'Ada',
    });
    await expect(
      kit.db.query(
        `insert into disclosure_threshold (name, value, reason, set_by) values ('SMALLEST_PART', 2, 'x', 'y')`,
      ),
    ).rejects.toThrow('check constraint');
    const { thresholds } = await ask(kit, staff, '{ thresholds { name value inForce } }');
    expect(thresholds.filter(({ name }: any) => name === 'SMALLEST_COUNT')).toEqual([
      { name: 'SMALLEST_COUNT', value: 8, inForce: true },
      { name: 'SMALLEST_COUNT', value: 5, inForce: false },
    ]);
  });

  test('is what a partner is shown by, from the next request on', async () => {
    const [partnerId, grantId] = [newId(), newId()];
    await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Six duos', 'FOUNDATION')`, [
      partnerId,
    ]);
    await kit.db.query(
      `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents) values ($1, 'SIX', $2, 'FUNDRAISING', '2016-01-01', '2018-01-01', 1)`,
      [grantId, partnerId],
    );
    for (let index = 0; index < 6; index += 1) {
      const { id } = await makeDuo(kit.db, brussels, coordinatorId, { startedOn: '2017-01-10' });
      await kit.db.query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 1)', [id, grantId]);
      await kit.db.query(
        `insert into meeting (duo_id, held_on, minutes, mode) values ($1, '2017-02-01', 60, 'REMOTE')`,
        [id],
      );
    }
    await kit.db.query('select rebuild_facts()');
    const hours = async () =>
      (
        await ask(
          kit,
          viewerWith('PARTNER_MEMBER', { partnerId }),
          '{ figure(metric: MENTORING_HOURS) { __typename } }',
        )
      ).figure.__typename;
    expect(await hours()).toBe('Withheld');
    await set(6);
    expect(await hours()).toBe('Figure');
  });
});
