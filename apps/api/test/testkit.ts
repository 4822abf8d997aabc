import type { CalendarDay } from '@tandem/domain/calendar-day';
import { capabilitiesOf, type Role } from '@tandem/domain/capabilities';
import { graphql, type GraphQLSchema } from 'graphql';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { makeDataSource } from '../src/database/data-source.ts';
import { newId } from '../src/database/new-id.ts';
import { finish, openContext } from '../src/graphql/open-context.ts';
import type { Context, Viewer } from '../src/graphql/context.ts';
import type { Locale } from '../src/graphql/locale.ts';
import { noLimiter } from '../src/http/limits.ts';
import { makePseudonyms } from '../src/graphql/pseudonyms.ts';
import { makeSchema } from '../src/schema.ts';

/** A database of its own with the real migrations, the real schema, and a programme that stands on `today`. */
export interface Testkit {
  /** The reader's language; English unless said. */
  readonly locale?: Locale;
  readonly db: DataSource;
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly today: CalendarDay;
  /** How many SQL statements have run so far. */
  statements(): number;
  close(): Promise<void>;
}

export async function openTestkit(today: CalendarDay): Promise<Testkit> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${newId().replaceAll('-', '')}`;
  await administer(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const own = new URL(template);
  own.pathname = `/${name}`;
  const db = makeDataSource(own.toString(), (error) => {
    throw error;
  });
  let statements = 0;
  db.setOptions({
    logging: ['query'],
    logger: {
      logQuery: () => (statements += 1),
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    },
  });
  await db.initialize();
  return {
    db,
    url: own.toString(),
    schema: makeSchema(),
    today,
    statements: () => statements,
    close: async () => {
      await db.destroy();
      await administer(template, `drop database ${name}`);
    },
  };
}

async function administer(template: URL, statement: string): Promise<void> {
  const admin = new URL(template);
  admin.pathname = '/postgres';
  const client = new Client({ connectionString: admin.toString() });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function viewerWith(role: Role, own: Partial<Viewer> = {}): Viewer {
  const capabilities = new Set(capabilitiesOf(role));
  return {
    userId: 'test',
    name: 'Test',
    email: 'test@example.org',
    role,
    partnerId: null,
    coordinatorId: null,
    branchIds: null,
    capabilities,
    secondFactorDue: false,
    keyId: null,
    ...own,
  };
}

const PSEUDONYMS = makePseudonyms('a secret of the tests');

/** Runs an operation and answers with its data; an error of the operation fails the test. */
export async function ask(
  kit: Testkit,
  viewer: Viewer | null,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<any> {
  const { data, errors } = await askRaw(kit, viewer, source, variableValues);
  if (errors !== undefined) throw new Error(errors.map((error) => error.message).join('\n'));
  return data;
}

export function askRaw(
  kit: Testkit,
  viewer: Viewer | null,
  source: string,
  variableValues: Record<string, unknown> = {},
) {
  const contextValue = contextOf(kit, viewer);
  return graphql({ schema: kit.schema, source, variableValues, contextValue }).finally(() =>
    finish(contextValue),
  );
}

/** What the resolvers of a request know; `finish` gives its connection back. */
export function contextOf({ db, today, locale = 'en' }: Testkit, viewer: Viewer | null): Context {
  return openContext({
    viewer,
    source: db,
    today,
    now: new Date(),
    sampleMode: false,
    locale,
    requestId: 'test',
    keyGiven: false,
    spend: async () => undefined,
    limiter: noLimiter,
    isAbandoned: () => false,
    publicUrl: 'http://127.0.0.1',
    sendLetter: async () => undefined,
    address: '203.0.113.7',
    pseudonyms: PSEUDONYMS,
  });
}
