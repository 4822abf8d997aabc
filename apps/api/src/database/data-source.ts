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

const CONNECTIONS = 12;

export function makeDataSource(url: string, log: (error: Error) => void): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    applicationName: 'tandem',
    poolSize: CONNECTIONS,
    connectTimeoutMS: 5000,
    // An idle connection that breaks must not end the process.
    poolErrorHandler: log,
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
}
