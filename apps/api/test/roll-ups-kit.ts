import { afterAll, beforeAll } from 'vitest';
import { importSample } from './sample.ts';
import { openTestkit, viewerWith, type Testkit } from './testkit.ts';

export const staff = viewerWith('ADMINISTRATOR');
export let kit: Testkit;
export let coordinator: typeof staff;
export let funder: typeof staff;

/** The sample's programme, opened for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const [branch] = await kit.db.query(`select id from branch where name = 'Anvers'`);
  coordinator = viewerWith('COORDINATOR', { branchIds: [branch.id] });
  const [grant] = await kit.db.query(`select partner_id from funding_grant where reference = 'BF01'`);
  funder = viewerWith('PARTNER_MEMBER', { partnerId: grant.partner_id });
}, 60_000);
afterAll(() => kit.close());

/** What is asked of a figure. */
export const RESULT = `... on Figure { value numerator denominator notYetObservable unknown interval { lower upper } } ... on Withheld { reason } ... on NoData { definition { id } }`;

/** An answer with nothing kept, so that all is counted from the facts. */
export async function fromFacts<T>(answer: () => Promise<T>): Promise<T> {
  const kept = await kit.db.query('select * from rollup_source');
  await kit.db.query('delete from rollup_source');
  const answers = await answer();
  for (const { source, digest, edition, as_of } of kept)
    await kit.db.query('insert into rollup_source values ($1, $2, $3, $4)', [source, digest, edition, as_of]);
  return answers;
}
