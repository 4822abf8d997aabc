import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  columnsWith,
  MENTIONS,
  makeVolunteer,
  personOf,
  placeCanary,
  tracesOf,
  type Canary,
} from '../test/canaries.ts';
import { everyFigure } from '../test/every-figure.ts';
import { importSample } from '../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { SEAL_LOCK, sealEntries, verifyChain } from './features/audit/chain.ts';
import { importFiles } from './features/imports/import-files.ts';
import { EVERY_KIND } from './features/imports/kinds.ts';

const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let figures: ReadonlyMap<string, unknown>;
/** Columns in which a canary stood before its erasure. */
const toldOf = new Set<string>();

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
}, 120_000);
afterAll(() => kit.close());

const ERASE = `mutation ($id: ID!, $reason: String!) { erasePerson(personId: $id, reason: $reason) {
  ... on ErasureReport { notes hours mentions consents entries duos meetings situations answers attendances } ... on Refusal { code field } } }`;
const erase = async ({ personId }: Pick<Canary, 'personId'>, reason = 'asked by letter') =>
  (await ask(kit, staff, ERASE, { id: personId, reason })).erasePerson;

describe.each([
  ['a mentee with past duos', 'kanariuno', () => personOf(kit, 'mentee', 3)],
  ['a mentor with past duos', 'kanaridue', () => personOf(kit, 'mentor', 30)],
  ['a volunteer', 'kanaritre', undefined],
])('the erasure of %s', (_, word, choose) => {
  let canary: Canary;
  let preview: Record<string, unknown>;

  beforeAll(async () => {
    const volunteer = await makeVolunteer(kit, await choose?.());
    canary = await placeCanary(kit, volunteer.personId, volunteer.id, word);
    figures = await everyFigure(kit);
    const query = ERASE.replace('mutation ($id: ID!, $reason: String!)', 'query ($id: ID!)')
      .replace('erasePerson(', 'erasurePreview(')
      .replace(', reason: $reason', '');
    ({ erasurePreview: preview } = await ask(kit, staff, query, { id: canary.personId }));
  }, 120_000);

  test('is of a person of whom every column that can tell of people has a word', async () => {
    for (const [column, there] of await columnsWith(kit, [word])) if (there) toldOf.add(column);
    expect(toldOf.size).toBeGreaterThan(3);
  });

  test('is shown before, and the preview changes nothing', async () => {
    expect(preview).toMatchObject({ hours: 2, attendances: 1 });
    expect(Number(preview['consents'])).toBeGreaterThan(0);
    expect(Number(preview['mentions'])).toBe(MENTIONS);
    expect((await tracesOf(kit, word)).length).toBeGreaterThan(8);
  });

  test('is refused under a legal hold, and with a reason that names the person', async () => {
    const hold = 'mutation ($id: ID!) { placeHold(personId: $id, reason: "a complaint") { __typename } }';
    await ask(kit, staff, hold, { id: canary.personId });
    expect(await erase(canary)).toEqual({ code: 'UNDER_LEGAL_HOLD', field: 'personId' });
    await ask(kit, staff, 'mutation ($id: ID!) { liftHold(personId: $id) { __typename } }', {
      id: canary.personId,
    });
    expect(await erase(canary, `for ${word}Given`)).toEqual({ code: 'REASON_NAMES_PERSON', field: 'reason' });
  });

  test('does what the preview said', async () => {
    const report = await erase(canary);
    // The hold that was placed and lifted meanwhile has a reason in the trail.
    expect(report).toEqual({ ...preview, entries: Number(preview['entries']) + 1 });
    const [{ emptied, salts }] = await kit.db.query(
      `select count(*) as emptied, count(payload_salt) as salts from audit_seal join audit_entry on audit_entry.id = entry_id
       where redaction_id = (select id from audit_entry where action = 'erasePerson' and record_id = $1)`,
      [canary.personId],
    );
    expect([emptied > 5, salts]).toEqual([true, 0]);
    expect(await erase(canary)).toEqual({ code: 'PERSON_ERASED', field: 'personId' });
  });

  test('leaves what they came to, and takes them off the lists of what is ahead', async () => {
    const rows = await kit.db.query(
      'select status, title from attendance join event on event.id = event_id where person_id = $1 and reference not like $2',
      [canary.personId, 'BA%'],
    );
    expect(rows).toEqual([{ status: 'ATTENDED', title: '–' }]);
  });

  test('leaves no trace in any table', async () => {
    expect(await tracesOf(kit, word)).toEqual([]);
    const [{ birth_date: birthDate, email }] = await kit.db.query('select * from person where id = $1', [
      canary.personId,
    ]);
    expect([birthDate, email]).toEqual([null, null]);
  });

  test('leaves what named nobody, beside what did', async () => {
    const [kept] = await kit.db.query(
      `select (select files #>> '{1,name}' || ' ' || (files #>> '{0,accepted}') from import_run order by id desc limit 1) as file,
         (select columns from import_mapping order by id desc limit 1) as columns,
         (select words #>> '{1,word}' || (words #>> '{0,word}') from import_mapping order by id desc limit 1) as cells,
         (select name || description from purpose where code = 'OUTING' order by version desc limit 1) as words`,
    );
    expect(kept).toEqual({
      file: 'All the others.csv 1',
      columns: { given_name: 'First name of all', email: '–' },
      cells: 'Mevrouw–',
      words: { fr: '–', nl: 'Te voet', en: 'On foot' },
    });
  });

  test('leaves every figure as it was, and every breakdown but by what it clears, also when facts are made anew', async () => {
    expect(figures.size).toBeGreaterThan(80);
    const kept = () =>
      everyFigure(kit).then((after) => [...after].filter(([name]) => !BY_CLEARED.test(name)));
    const before = [...figures].filter(([name]) => !BY_CLEARED.test(name));
    expect(await kept()).toEqual(before);
    await kit.db.query('select rebuild_facts()');
    expect(await kept()).toEqual(before);
    const duosBy = (answers: ReadonlyMap<string, any>, dimension: string): number =>
      answers
        .get(`DUOS_STARTED by ${dimension}`)
        .breakdown.reduce((sum: number, { result }: any) => sum + result.value, 0);
    const after = await everyFigure(kit);
    for (const dimension of ['AGE_BAND', 'NATIONALITY_GROUP', 'SECTOR'])
      expect(duosBy(after, dimension)).toBe(duosBy(figures, dimension));
  }, 120_000);

  test('leaves a sealed trail that holds, with the emptied entries counted', async () => {
    await sealEntries(kit.db);
    const { erased, findings } = await verifyChain(kit.db);
    expect(findings).toEqual([]);
    expect(erased).toBeGreaterThan(3);
  });
});

/** Dimensions of which an erasure clears what they are made of: the person counts as unknown. */
const BY_CLEARED = / by (AGE_BAND|NATIONALITY_GROUP|RESIDENCE_GROUND|OUT_OF_WORK|SECTOR|REFERRAL)$/;

/** Columns with words that tell of no person of the programme (comparison groups are others, under pseudonyms), or of one of the staff as who did something. */
const OF_NOBODY =
  /^(branch|coordinator|partner|membership\w*|funding_grant|cost|published_rate|comparison_\w+|invitation|migration|limit_window|idempotent_request|rollup\w*|figure_snapshot\w*|figure_release|released_figure|release_failure)\.|_by$|^(purpose\.(code|legal_basis|data_categories|recipients)|import_mapping\.kind|publication\.words|sroi_row\.quantity_metric)$|^audit_entry\.(actor_\w+|action|record_kind|request_id|address|credential|key_id)$/;
/** Columns whose words are of a closed list, which the database checks. */
const OF_A_LIST =
  /^(person\.gender|consent\.(purpose|status)|mentee\.(education_level|residence_ground|nationality|referral)|mentor\.(sector|work_status)|stage_change\.\w+|duo\.closure_reason|meeting\.mode|event\.(kind|audience)|attendance\.(role|status)|outcome\.(situation|contract_type|evidence)|response\.respondent|answer\.question|volunteer\.(engagement|status|status_before_withdrawal)|time_entry\.status|retention_rule\.kind|disclosure_threshold\.name|sroi_version\.(status|discount_schedule|discount_convention)|sroi_row\.(stakeholder|evidence_grade|ranges)|sroi_scenario\.changes|sroi_assumption\.(number|grade)|sroi_proxy\.(currency|country)|allocation_rule\.(basis|spread|span|branch_shares)|budget_line\.category|grant_condition\.measure|ledger_event\.action|\w+_fact\.\w+)$/;

test('every column with words has a canary, a closed list, or is about nobody: a new one needs a decision', async () => {
  const columns = [...(await columnsWith(kit, ['kanari'])).keys()];
  const undecided = columns.filter(
    (column) => !toldOf.has(column) && !OF_NOBODY.test(column) && !OF_A_LIST.test(column),
  );
  expect(undecided).toEqual([]);
});

test('nobody is erased while a duo goes on', async () => {
  const [{ person_id: personId }] = await kit.db.query(
    'select person_id from mentee join duo on mentee_id = mentee.id where closed_on is null limit 1',
  );
  expect(await erase({ personId })).toEqual({ code: 'DUO_ACTIVE', field: 'personId' });
});

test('who is erased starts no duo, is not written about, and does not come back with a former file', async () => {
  const [{ id: mentorId, reference }] = await kit.db.query(
    'select mentor.id, reference from mentor where person_id = $1',
    [await personOf(kit, 'mentor', 8)],
  );
  const [{ person_id: personId }] = await kit.db.query('select person_id from mentor where id = $1', [
    mentorId,
  ]);
  await erase({ personId });
  const header = 'réf. mentor;prénom;nom;antenne;date de naissance;séance info\n';
  const content = Buffer.from(`${header}${reference};Who;Cares;Bruxelles;01/01/1950;01/02/2016\n`);
  const { files, added } = await importFiles(kit.db, [{ name: 'mentors.csv', content }], {
    dryRun: false,
    today: '2017-12-31',
    kinds: EVERY_KIND,
  });
  expect([files[0]?.problem, added['MENTORS'], files[0]?.refusals.map(({ code }) => code)]).toEqual([
    null,
    0,
    ['PERSON_ERASED'],
  ]);
  const [{ id: duoId, day }] = await kit.db.query(
    'select id, closed_on as day from duo where mentor_id = $1 limit 1',
    [mentorId],
  );
  const meeting = { heldOn: day, minutes: 30, mode: 'REMOTE' };
  const log =
    'mutation ($id: ID!, $input: MeetingInput!) { logMeeting(duoId: $id, input: $input) { __typename ... on Refusal { code field } } }';
  expect((await ask(kit, staff, log, { id: duoId, input: { ...meeting, note: 'x' } })).logMeeting).toEqual({
    __typename: 'Refusal',
    code: 'PERSON_ERASED',
    field: 'note',
  });
  expect((await ask(kit, staff, log, { id: duoId, input: meeting })).logMeeting.__typename).toBe('Meeting');
  const [{ mentee, coordinator, branch }] = await kit.db.query(
    `select (select mentee.id from mentee where not exists (select from duo where mentee_id = mentee.id) limit 1) as mentee,
       (select id from coordinator limit 1) as coordinator, (select id from branch limit 1) as branch`,
  );
  const { startDuo } = await ask(
    kit,
    staff,
    'mutation ($input: StartDuoInput!) { startDuo(input: $input) { ... on Refusal { code field } } }',
    {
      input: {
        mentorId,
        menteeId: mentee,
        coordinatorId: coordinator,
        branchId: branch,
        startedOn: '2017-12-01',
      },
    },
  );
  expect(startDuo).toEqual({ code: 'PERSON_ERASED', field: 'mentorId' });
});

describe('the trail is emptied by an erasure alone', () => {
  const asStaff = (statement: string, values: unknown[] = []) =>
    kit.db.transaction(async (tx) => {
      await tx.query('set local role tandem_staff');
      return tx.query(statement, values);
    });
  test('not by an entry of another transaction, nor by one of another kind', async () => {
    const personId = await personOf(kit, 'mentee', 10);
    const [{ id: former }] = await kit.db.query(
      `select id from audit_entry where action = 'erasePerson' limit 1`,
    );
    await expect(asStaff('select erase_identity($1, current_date)', [former])).rejects.toThrow(
      'of this transaction',
    );
    const entry = newId();
    await expect(
      kit.db.transaction(async (tx) => {
        await tx.query(`set local role tandem_staff; set local tandem.account = 'eve'`);
        await tx.query(
          `insert into audit_entry (id, at, actor_user_id, actor_name, action, record_kind, record_id, subject_id) values ($1, now(), 'eve', 'Eve', 'openRecord', 'person', $2, $2)`,
          [entry, personId],
        );
        await tx.query('select erase_identity($1, current_date)', [entry]);
      }),
    ).rejects.toThrow('of this transaction');
  });

  test('not by a coordinator, nor by anybody directly', async () => {
    for (const role of ['tandem_coordinator', 'tandem_partner', 'tandem_figures'])
      await expect(
        kit.db.transaction(async (tx) => {
          await tx.query(`set local role ${role}`);
          await tx.query('select erase_identity($1, current_date)', [newId()]);
        }),
      ).rejects.toThrow('permission denied');
    await expect(asStaff('select empty_payloads($1, array[]::uuid[])', [newId()])).rejects.toThrow(
      'permission denied',
    );
  });

  test('not while another process seals it: the erasure waits, and nothing is found wrong', async () => {
    const personId = await personOf(kit, 'mentee', 20);
    const consent =
      'mutation ($id: ID!, $input: ConsentInput!) { recordConsent(personId: $id, input: $input) { __typename } }';
    await ask(kit, staff, consent, {
      id: personId,
      input: { purpose: 'PROGRAMME', answer: 'GIVEN', onDay: '2017-01-01' },
    });
    const [erasure] = await kit.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
      const erasing = erase({ personId });
      await expect
        .poll(
          () => kit.db.query(`select count(*) from pg_locks where locktype = 'advisory' and not granted`),
          {
            timeout: 5000,
          },
        )
        .toEqual([{ count: 1 }]);
      return [erasing];
    });
    await Promise.all([erasure, ...Array.from({ length: 4 }, () => sealEntries(kit.db))]);
    await sealEntries(kit.db);
    expect((await verifyChain(kit.db)).findings).toEqual([]);
  });
});
