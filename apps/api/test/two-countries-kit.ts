import { afterAll, beforeAll } from 'vitest';
import { makeBranch, makeCoordinator } from './programme.ts';
import { openTestkit, viewerWith, type Testkit } from './testkit.ts';

export const TODAY = '2019-12-31';
export const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
export let kit: Testkit;
export let brussels: string;
export let lille: string;
export let coordinatorId: string;

/** A branch in Belgium with a coordinator and one in France, opened for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit(TODAY);
  brussels = await makeBranch(kit.db, 'Bruxelles');
  lille = await makeBranch(kit.db, 'Lille');
  await kit.db.query(`update branch set country = 'FR' where id = $1`, [lille]);
  coordinatorId = await makeCoordinator(kit.db, brussels);
});
afterAll(() => kit.close());

/** The id of the person behind the id of a mentee or mentor. */
export async function personOf(participantId: string): Promise<string> {
  const [{ person_id: id }] = await kit.db.query(
    'select person_id from mentee where id = $1 union select person_id from mentor where id = $1',
    [participantId],
  );
  return id;
}
