import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch } from '../../../test/programme.ts';
import { openTestkit, type Testkit } from '../../../test/testkit.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';

const TODAY = '2017-12-31';
const GRANTS = ['Awarded', 'Settled', 'Requested', 'Declined', 'Removed'];
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  await makeBranch(kit.db);
  await take(grantRows(GRANTS));
  for (const status of ['Settled', 'Requested', 'Declined'])
    await kit.db.query('update funding_grant set status = upper($1) where reference = $1', [status]);
  await kit.db.query(`update funding_grant set removed_at = now() where reference = 'Removed'`);
});
afterAll(() => kit.close());

const take = (...texts: readonly string[]) =>
  importFiles(
    kit.db,
    texts.map((text, index) => ({ name: `${index}.csv`, content: Buffer.from(text) })),
    { dryRun: false, today: TODAY, kinds: EVERY_KIND },
  );
type Report = Awaited<ReturnType<typeof take>>;
const refusalsOf = ({ files }: Report) =>
  files.flatMap(({ refusals }) =>
    refusals.map(({ line, column, value, code }) => `${line} ${column} ${value}: ${code}`),
  );
const grantRows = (references: readonly string[]) =>
  [
    'Référence;Bailleur;Type;Début;Fin;Montant',
    ...references.map((reference) => `${reference};Ville;Subside public;01/01/2017;31/12/2017;1000`),
  ].join('\n');
const MENTEES = 'Réf. mentee;Prénom;Nom;Date de naissance;Antenne';
const MENTORS = 'Réf. mentor;Prénom;Nom;Antenne';
const DUOS = 'Réf. duo;Réf. mentee;Réf. mentor;Antenne;Début;Subvention';
const COSTS = 'Date;Catégorie;Antenne;Montant;Pièce;Subvention';

test('a duo is earmarked to a grant that is awarded or settled alone, and one that is there is left as it is', async () => {
  const people = GRANTS.map((_, index) => index);
  const duos = [
    DUOS,
    ...GRANTS.map((grant, index) => `D${index};E${index};R${index};Bruxelles;01/02/2017;${grant}`),
  ];
  const report = await take(
    [MENTEES, ...people.map((index) => `E${index};Awa;Diop;01/01/1990;Bruxelles`)].join('\n'),
    [MENTORS, ...people.map((index) => `R${index};Rita;Peeters;Bruxelles`)].join('\n'),
    duos.join('\n'),
  );
  expect(report.added['DUOS']).toBe(2);
  expect(refusalsOf(report)).toEqual([
    '4 Subvention Requested: GRANT_DOES_NOT_COUNT',
    '5 Subvention Declined: GRANT_DOES_NOT_COUNT',
    '6 Subvention Removed: REFERENCE_UNKNOWN',
  ]);
  await kit.db.query(`update funding_grant set status = 'DECLINED' where reference = 'Awarded'`);
  const again = await take(duos.slice(0, 2).join('\n'));
  expect([refusalsOf(again), again.unchanged]).toEqual([[], { DUOS: 1 }]);
  await kit.db.query(`update funding_grant set status = 'AWARDED' where reference = 'Awarded'`);
});

test('a line is borne alone by such a grant as well, with a reference or without', async () => {
  const rows = GRANTS.flatMap((grant) => [
    `10/05/2017;IT;Bruxelles;1,00;;${grant}`,
    `10/05/2017;IT;Bruxelles;1,00;${grant};${grant}`,
  ]);
  const report = await take([COSTS, ...rows].join('\n'));
  expect(report.added).toEqual({ COSTS: 4 });
  expect(refusalsOf(report)).toEqual([
    '6 Subvention Requested: GRANT_DOES_NOT_COUNT',
    '7 Subvention Requested: GRANT_DOES_NOT_COUNT',
    '8 Subvention Declined: GRANT_DOES_NOT_COUNT',
    '9 Subvention Declined: GRANT_DOES_NOT_COUNT',
    '10 Subvention Removed: REFERENCE_UNKNOWN',
    '11 Subvention Removed: REFERENCE_UNKNOWN',
  ]);
});

test('lines of a grant that was declined since are there already, and are not booked anew on it', async () => {
  const row = (amount: string) =>
    `${COSTS}\n10/06/2017;IT;Bruxelles;${amount};P1;Awarded\n10/06/2017;IT;Bruxelles;2,00;;Awarded`;
  await take(row('1,00'));
  await kit.db.query(`update funding_grant set status = 'DECLINED' where reference = 'Awarded'`);
  expect((await take(row('1,00'))).unchanged).toEqual({ COSTS: 2 });
  const changed = await take(row('3,00'));
  expect([changed.corrected, changed.unchanged, refusalsOf(changed)]).toEqual([
    {},
    { COSTS: 1 },
    ['2 Subvention Awarded: GRANT_DOES_NOT_COUNT'],
  ]);
  await kit.db.query(`update funding_grant set status = 'AWARDED' where reference = 'Awarded'`);
});

test('the reference of a removed grant is taken, and what names it is told that its row is refused', async () => {
  const report = await take(grantRows(['Removed']), `${COSTS}\n10/07/2017;IT;Bruxelles;1,00;;Removed`);
  expect([report.added, report.unchanged]).toEqual([
    { GRANTS: 0, COSTS: 0 },
    { GRANTS: 0, COSTS: 0 },
  ]);
  expect(refusalsOf(report)).toEqual([
    '2 Référence Removed: REFERENCE_TAKEN',
    '2 Subvention Removed: REFERENCE_REFUSED',
  ]);
});
