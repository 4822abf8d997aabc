import type { EntityManager } from 'typeorm';

/**
 * Makes an account that acts as a coordinator one whom duos can be given to. Whom the files named before is her; somebody
 * else of the same name is told apart by the address.
 */
export async function bindCoordinator(
  tx: Pick<EntityManager, 'query'>,
  userId: string,
  branchIds: readonly string[],
): Promise<void> {
  const [branchId] = branchIds;
  const [, moved]: [unknown[], number] = await tx.query(
    'update coordinator set branch_id = case when branch_id = any ($2::uuid[]) then branch_id else $3 end where user_id = $1',
    [userId, branchIds, branchId],
  );
  if (moved > 0) return;
  await tx.query(
    `with account as (select id, name, email from identity."user" where id = $1),
     found as (update coordinator set user_id = account.id from account where coordinator.name = account.name and user_id is null returning coordinator.id)
     insert into coordinator (name, branch_id, user_id)
     select case when exists (select from coordinator where coordinator.name = account.name) then account.name || ' (' || account.email || ')' else account.name end, $2, account.id
     from account where not exists (select from found)`,
    [userId, branchId],
  );
}
