import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';

const TODAY = '2017-12-31';
const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let mentee: string;
let mentor: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  const branch = await makeBranch(kit.db);
  const duo = await makeDuo(kit.db, branch, await makeCoordinator(kit.db, branch), {
    startedOn: '2017-02-01',
    closedOn: '2017-06-30',
  });
  mentee = `E-${duo.menteeId}`;
  mentor = `M-${duo.mentorId}`;
});
afterAll(() => kit.close());

const EVENTS = `ref bijeenkomst;soort;titel;datum;vestiging;doelgroep
B1;Opleiding;Luisteren;12/03/2017;Bruxelles;
B2;infosessie;Kom langs;15/01/2018;Gand;
B3;workshop;Cv;01/06/2017;Bruxelles;iedereen
`;
const list = (...rows: string[]) =>
  `ref bijeenkomst;ref mentee;ref mentor;aanwezigheid\n${rows.join('\n')}\n`;

async function take(files: Readonly<Record<string, string>>) {
  const report = await importFiles(
    kit.db,
    Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })),
    { dryRun: false, today: TODAY, kinds: EVERY_KIND },
  );
  const refused = report.files.flatMap(({ problem, refusals }) => [
    ...(problem === null ? [] : [problem.code]),
    ...refusals.map(({ line, code, params }) => [line, code, ...Object.values(params ?? {})].join(' ')),
  ]);
  return { ...report, refused };
}

describe('events and who came, as files', () => {
  test('come in, and again change nothing', async () => {
    const files = { 'a.csv': EVENTS, 'b.csv': list(`B1;;${mentor};aanwezig`, `B3;${mentee};;afgemeld`) };
    const { added, refused, named } = await take(files);
    expect([added, refused, named.BRANCH]).toEqual([{ EVENTS: 3, ATTENDANCES: 2 }, [], ['Gand']]);
    expect(
      await kit.db.query('select reference, kind, audience, held_on from event order by reference'),
    ).toEqual([
      { reference: 'B1', kind: 'TRAINING', audience: 'MENTORS', held_on: '2017-03-12' },
      { reference: 'B2', kind: 'INFO_SESSION', audience: 'BOTH', held_on: '2018-01-15' },
      { reference: 'B3', kind: 'WORKSHOP', audience: 'BOTH', held_on: '2017-06-01' },
    ]);
    const again = await take(files);
    expect([again.added, again.unchanged]).toEqual([
      { EVENTS: 0, ATTENDANCES: 0 },
      { EVENTS: 3, ATTENDANCES: 2 },
    ]);
  });

  test('are refused by row where they contradict themselves, the records or the day', async () => {
    const { refused } = await take({
      'b.csv': list(
        `B1;${mentee};;aanwezig`,
        `B2;${mentee};;aanwezig`,
        `B2;;${mentor};ingeschreven`,
        `B3;${mentee};${mentor};aanwezig`,
        `B3;;;aanwezig`,
        `B9;${mentee};;aanwezig`,
        `B3;E-unknown;;aanwezig`,
        `B3;;${mentor};misschien`,
        `B3;${mentee};;aanwezig`,
        `B2;;${mentor};ingeschreven`,
      ),
      'a.csv': EVENTS.replace('Luisteren', 'Spreken'),
    });
    expect(refused).toEqual([
      '2 NOT_OF_AUDIENCE',
      '3 EVENT_NOT_YET',
      '5 ONE_PERSON_A_ROW',
      '6 ONE_PERSON_A_ROW',
      '7 REFERENCE_UNKNOWN',
      '8 REFERENCE_UNKNOWN',
      '9 CHOICE_INVALID',
      '10 RECORD_DIFFERS EXCUSED',
      '11 REPEATED_IN_LIST',
      '2 RECORD_DIFFERS Luisteren',
    ]);
  });

  test('make no step of anybody, and steps make no attendance', async () => {
    const steps = await kit.db.query(
      `select journey, stage, reached_on from stage_change order by journey, stage`,
    );
    expect(steps).toEqual([
      { journey: 'MENTEE', stage: 'INFO_SESSION', reached_on: '2017-01-05' },
      { journey: 'MENTOR', stage: 'TRAINED', reached_on: '2017-01-10' },
    ]);
  });

  test('bring nobody back who was erased, and nothing to an event that was cancelled', async () => {
    await kit.db.query(`update event set cancelled_at = now() where reference = 'B3'`);
    const cancelled = await take({ 'b.csv': list(`B3;;${mentor};aanwezig`) });
    expect(cancelled.refused).toEqual(['2 EVENT_CANCELLED']);
    const [{ person_id: personId }] = await kit.db.query(
      'select person_id from mentee where reference = $1',
      [mentee],
    );
    await ask(
      kit,
      staff,
      'mutation ($id: ID!) { erasePerson(personId: $id, reason: "asked by letter") { __typename } }',
      {
        id: personId,
      },
    );
    const erased = await take({ 'b.csv': list(`B2;${mentee};;ingeschreven`) });
    expect(erased.refused).toEqual(['2 PERSON_ERASED']);
  });
});
