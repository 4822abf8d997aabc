import 'reflect-metadata';
import { centsFromBigint } from '@tandem/domain/money';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '../entities.ts';
import { migrations } from './migrations.ts';

// A day stays the text that it is, a whole number stays exact or fails loudly; shares (numeric) have four decimals.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, centsFromBigint);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** How much the platform asks of its database at once, and how long it waits for it. */
export interface DatabaseLimits {
  readonly connections: number;
  /** To be given a connection. */
  readonly connectMilliseconds: number;
  readonly statementMilliseconds: number;
  /** That a transaction may do nothing. */
  readonly idleMilliseconds: number;
}

export const DATABASE_LIMITS: DatabaseLimits = {
  connections: 12,
  connectMilliseconds: 5000,
  statementMilliseconds: 30_000,
  idleMilliseconds: 60_000,
};

export function makeDataSource(
  url: string,
  log: (error: Error) => void,
  limits: Partial<DatabaseLimits> = {},
): DataSource {
  const { connections, connectMilliseconds, statementMilliseconds, idleMilliseconds } = {
    ...DATABASE_LIMITS,
    ...limits,
  };
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    applicationName: 'tandem',
    poolSize: connections,
    connectTimeoutMS: connectMilliseconds,
    // An idle connection that breaks must not end the process.
    poolErrorHandler: log,
    extra: {
      // What is asked of a connection at once is sent at once.
      pipeline: true,
      statement_timeout: statementMilliseconds,
      idle_in_transaction_session_timeout: idleMilliseconds,
      // What is kept of months is read in two or three small parts: to start processes for them takes longer than to read them.
      options: '-c enable_parallel_append=off',
    },
  });
}
