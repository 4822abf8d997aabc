import type { DataSource } from 'typeorm';
import { Database } from '../database/database.ts';
import { reachOf, scopeOf, type Context } from './context.ts';

type Given = Omit<Context, 'db' | 'scope' | 'loaders' | 'beforeAnswer'> & { readonly source: DataSource };

/** What the resolvers of one request know, until `finish`. */
export function openContext({ source, ...given }: Given): Context {
  const { viewer } = given;
  return {
    ...given,
    db: new Database(source, reachOf(viewer)),
    scope: scopeOf(viewer),
    loaders: new Map(),
    beforeAnswer: [],
  };
}

/** Does what has to be done before the answer is sent, and gives the connection back. */
export async function finish({ beforeAnswer, db }: Context): Promise<void> {
  try {
    for (const work of beforeAnswer.splice(0)) await work();
  } finally {
    await db.close();
  }
}
