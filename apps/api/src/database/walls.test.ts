import type { EntityManager } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { Database, type Reach } from './database.ts';
import { newId } from './new-id.ts';

const ADA = 'ada';
const EVE = 'eve';
let kit: Testkit;
const opened: Database[] = [];
const acme = newId();
const umbrella = newId();

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await kit.db.query(
    `insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY'), ($2, 'Umbrella', 'COMPANY')`,
    [acme, umbrella],
  );
  const accounts = [
    [ADA, 'ADMINISTRATOR', null],
    [EVE, 'ANALYST', null],
    ['mia', 'PARTNER_ADMINISTRATOR', acme],
    ['max', 'PARTNER_MEMBER', acme],
    ['uma', 'PARTNER_ADMINISTRATOR', umbrella],
  ] as const;
  for (const [id, role, partnerId] of accounts) {
    await kit.db.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "twoFactorEnabled") values ($1, $1, $1 || '@example.org', true, true)`,
      [id],
    );
    await kit.db.query('insert into membership (user_id, role, partner_id) values ($1, $2, $3)', [
      id,
      role,
      partnerId,
    ]);
    await kit.db.query(
      `insert into identity."twoFactor" ("id", "secret", "backupCodes", "userId") values ($1, 'x', 'x', $1)`,
      [id],
    );
    await kit.db.query(
      `insert into identity."session" ("id", "expiresAt", "token", "updatedAt", "userId") values ($1, now() + interval '1 hour', $1, now(), $1)`,
      [id],
    );
    for (const [kind, metadata] of [
      ['personal', {}],
      ...(partnerId === null ? [] : [['partner', { partnerId }] as const]),
    ] as const)
      await kit.db.query(
        `insert into identity."apikey" ("id", "configId", "referenceId", "key", "createdAt", "updatedAt", "metadata") values ($1, 'default', $2, $1, now(), now(), $3)`,
        [`${id} ${kind}`, id, JSON.stringify(metadata)],
      );
  }
});
afterEach(() => Promise.all(opened.splice(0).map((db) => db.close())));
afterAll(() => kit.close());

function openAs(reach: Reach): Database {
  const db = new Database(kit.db, reach);
  opened.push(db);
  return db;
}
const staff = (userId: string) => openAs({ role: 'tandem_staff', userId });
const writes = (db: Database, statement: string, values: unknown[] = []): Promise<unknown> =>
  db.transaction((tx: EntityManager) => tx.query(statement, values));

describe('an entry of the trail', () => {
  const INSERT = `insert into audit_entry (id, at, actor_user_id, actor_name, action, record_kind, record_id, subject_id)
    values (uuid_v7(), now() + $2::interval, $1, 'Somebody', 'exportList', 'list', uuid_v7(), uuid_v7())`;
  const reaches: Reach[] = [
    { role: 'tandem_staff', userId: EVE },
    { role: 'tandem_coordinator', branchIds: [], userId: EVE },
    { role: 'tandem_partner', partnerId: acme, userId: EVE },
  ];

  test.each(reaches)('is written by $role in its own name and at its own time only', async (reach) => {
    await writes(openAs(reach), INSERT, [EVE, '0']);
    for (const [actor, when] of [
      [ADA, '0'],
      [null, '0'],
      [EVE, '-11 minutes'],
      [EVE, '11 minutes'],
    ])
      await expect(writes(openAs(reach), INSERT, [actor, when])).rejects.toThrow('row-level security');
  });

  test('is written by nobody without an account', async () => {
    await expect(writes(openAs({ role: 'tandem_staff' }), INSERT, [null, '0'])).rejects.toThrow(
      'row-level security',
    );
  });
});

describe('keys', () => {
  test.each([
    [{ role: 'tandem_staff', userId: ADA }, ['ada personal']],
    [{ role: 'tandem_coordinator', branchIds: [], userId: EVE }, ['eve personal']],
    [
      { role: 'tandem_partner', partnerId: acme, userId: 'mia' },
      ['max partner', 'mia partner', 'mia personal'],
    ],
    [{ role: 'tandem_partner', partnerId: acme }, ['max partner', 'mia partner']],
    [{ role: 'tandem_staff' }, []],
  ] as [Reach, string[]][])('are met by %o where they are its own', async (reach, ids) => {
    const rows = await openAs(reach).query<{ id: string }[]>('select id from identity."apikey" order by id');
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  test('are not made in the name of others', async () => {
    const make = (db: Database, owner: string) =>
      writes(
        db,
        `insert into identity."apikey" ("id", "configId", "referenceId", "key", "createdAt", "updatedAt") values ($1, 'default', $2, 'x', now(), now())`,
        [newId(), owner],
      );
    await make(staff(EVE), EVE);
    await expect(make(staff(EVE), ADA)).rejects.toThrow('row-level security');
  });
});

describe('second factors and sessions', () => {
  test.each(['twoFactor', 'session'])(
    '%s: an administrator alone takes those of others away',
    async (table) => {
      const take = (userId: string) =>
        writes(staff(userId), `delete from identity."${table}" where "userId" = 'max' returning id`);
      expect(await take(EVE)).toEqual([[], 0]);
      await kit.db.query('update membership set disabled_at = now() where user_id = $1', [ADA]);
      expect(await take(ADA)).toEqual([[], 0]);
      await kit.db.query('update membership set disabled_at = null where user_id = $1', [ADA]);
      expect(await take(ADA)).toEqual([[{ id: 'max' }], 1]);
    },
  );

  test('whether an account has one is changed by an administrator alone', async () => {
    const change = (userId: string) =>
      writes(
        staff(userId),
        `update identity."user" set "twoFactorEnabled" = false where id = 'mia' returning id`,
      );
    expect(await change(EVE)).toEqual([[], 0]);
    expect(await change(ADA)).toEqual([[{ id: 'mia' }], 1]);
  });
});
