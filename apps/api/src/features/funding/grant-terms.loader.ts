import type { EntityTarget } from 'typeorm';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { GrantConditionEntity, GrantDeadlineEntity, GrantInstalmentEntity } from './grant-terms.entity.ts';

interface Term {
  readonly grantId: string;
  readonly position: number;
}

function termsOf<T extends Term>(entity: EntityTarget<T>) {
  return defineLoader<T[]>(async (ids, { db }) => {
    const rows = await db
      .getRepository(entity)
      .createQueryBuilder('term')
      .where('term.grant_id = any (:ids)', { ids })
      .orderBy('term.position')
      .getMany();
    return groupBy(rows, ({ grantId }) => grantId);
  }, []);
}

/** What was agreed of a grant, in the order in which it was written down. */
export const conditionsOf = termsOf(GrantConditionEntity);
export const instalmentsOf = termsOf(GrantInstalmentEntity);
export const deadlinesOf = termsOf(GrantDeadlineEntity);
