import type { DataSource } from 'typeorm';
import { Database } from '../database/database.ts';
import { reachOf, scopeOf, type Context } from './context.ts';

type Given = Omit<Context, 'db' | 'scope' | 'loaders'> & { readonly source: DataSource };

/** What the resolvers of one request know. Its database is given back with `context.db.close()`. */
export function openContext({ source, ...given }: Given): Context {
  const { viewer } = given;
  return { ...given, db: new Database(source, reachOf(viewer)), scope: scopeOf(viewer), loaders: new Map() };
}
