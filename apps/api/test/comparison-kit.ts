import { afterAll, beforeAll } from 'vitest';
import { importFiles } from '../src/features/imports/import-files.ts';
import { EVERY_KIND } from '../src/features/imports/kinds.ts';
import { makeDuos, times } from './many-duos.ts';
import { makeBranch } from './programme.ts';
import { openTestkit, viewerWith, type Testkit } from './testkit.ts';

export const TODAY = '2017-12-31';
export const staff = viewerWith('ADMINISTRATOR');
export const analyst = viewerWith('ANALYST');
export let kit: Testkit;
export let branch: string;

/** A branch with duos that exits are compared of, opened for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branch = await makeBranch(kit.db, 'Bruxelles');
  // Ten times the treated of Hernán and Robins 2020, table 2.2, with women for L = 1.
  await makeDuos(
    kit.db,
    branch,
    [
      ['MAN', 10, 30],
      ['WOMAN', 60, 30],
    ].flatMap(([gender, exits, others]) => [
      ...times(Number(exits), { startedOn: '2016-02-01', trainedOn: '2016-06-01', gender: String(gender) }),
      ...times(Number(others), { startedOn: '2016-02-01', searchedOn: '2016-06-01', gender: String(gender) }),
    ]),
  );
});
afterAll(() => kit.close());

const HEADER = 'Groupe de comparaison;Pseudonyme;Sexe;Âge;Début;Observé jusqu’au;Sortie positive;Emploi';

/** Takes a file of comparison groups in. */
export function takeGroups(lines: readonly string[], dryRun = false) {
  const content = Buffer.from([HEADER.replace('’', "'"), ...lines].join('\r\n'));
  return importFiles(kit.db, [{ name: 'comparaison.csv', content }], {
    dryRun,
    today: TODAY,
    kinds: EVERY_KIND,
  });
}
