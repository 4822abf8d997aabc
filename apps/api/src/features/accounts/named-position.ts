import type { EntityManager } from 'typeorm';

interface Placed {
  readonly partnerId?: string | null;
  readonly branchIds?: readonly string[];
}

/** What the trail says of an account: partner and branches by their names, since who reads it knows no ids. */
export async function named(tx: EntityManager, { partnerId, branchIds, ...others }: Placed): Promise<object> {
  const names = async (table: 'partner' | 'branch', ids: readonly string[]): Promise<string[]> => {
    if (ids.length === 0) return [];
    const rows: { name: string }[] = await tx.query(
      `select name from ${table} where id = any ($1::uuid[]) order by name`,
      [ids],
    );
    return rows.map(({ name }) => name);
  };
  return {
    ...others,
    ...(partnerId !== undefined && {
      partner: (await names('partner', partnerId === null ? [] : [partnerId]))[0] ?? null,
    }),
    ...(branchIds !== undefined && { branches: await names('branch', branchIds) }),
  };
}
