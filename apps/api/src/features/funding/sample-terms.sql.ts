import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { GrantConditionEntity, GrantDeadlineEntity, GrantInstalmentEntity } from './grant-terms.entity.ts';
import { GrantEntity } from './grant.entity.ts';

type Terms<T> = readonly Omit<T, 'id' | 'grantId' | 'position'>[];
interface Agreed {
  readonly conditions: Terms<GrantConditionEntity>;
  readonly instalments: Terms<GrantInstalmentEntity>;
  readonly deadlines: Terms<GrantDeadlineEntity>;
}

/** What was agreed of two of the sample's grants: of one that has just ended, with what is still to come, and of one that is done. */
const AGREED: Readonly<Record<string, Agreed>> = {
  BF01: {
    conditions: [
      { text: '200 duos lancés', measure: 'DUOS_STARTED', target: 200, dueOn: '2017-12-31', metOn: null },
      {
        text: '60 % de sorties positives',
        measure: 'POSITIVE_EXIT_RATE',
        target: 0.6,
        dueOn: '2017-12-31',
        metOn: null,
      },
    ],
    instalments: [
      { dueOn: '2015-10-01', amountCents: 157_000_00, receivedOn: '2015-10-12' },
      { dueOn: '2016-10-01', amountCents: 157_000_00, receivedOn: '2016-10-05' },
      { dueOn: '2018-01-26', amountCents: 157_000_00, receivedOn: null },
    ],
    deadlines: [
      { dueOn: '2016-12-31', text: 'Rapport intermédiaire', sentOn: '2016-12-20' },
      { dueOn: '2018-01-15', text: 'Rapport final', sentOn: null },
    ],
  },
  BF03: {
    conditions: [],
    instalments: [
      { dueOn: '2015-09-15', amountCents: 75_000_00, receivedOn: '2015-09-15' },
      { dueOn: '2016-05-15', amountCents: 75_000_00, receivedOn: '2016-05-17' },
    ],
    deadlines: [{ dueOn: '2017-03-31', text: 'Rapport final', sentOn: '2017-03-24' }],
  },
};

/** Writes down what was agreed of the sample's grants, once. */
export async function loadSampleTerms(db: DataSource): Promise<void> {
  await db.transaction(async (tx) => {
    if (await tx.exists(GrantInstalmentEntity)) return;
    for (const [reference, agreed] of Object.entries(AGREED)) {
      const { id } = await tx.findOneByOrFail(GrantEntity, { reference });
      await write(tx, id, agreed);
    }
  });
}

async function write(tx: EntityManager, grantId: string, agreed: Agreed): Promise<void> {
  const placed = <T extends object>(terms: readonly T[]) =>
    terms.map((term, position) => ({ id: newId(), grantId, position, ...term }));
  await tx.insert(GrantConditionEntity, placed(agreed.conditions));
  await tx.insert(GrantInstalmentEntity, placed(agreed.instalments));
  await tx.insert(GrantDeadlineEntity, placed(agreed.deadlines));
}
