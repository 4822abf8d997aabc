import type { DataSource } from 'typeorm';
import { Database, type Reach } from '../database/database.ts';
import { reachOf, scopeOf, type Context } from './context.ts';
import type { LoaderCache } from './loader.ts';

type Given = Omit<Context, 'db' | 'scope' | 'loaders' | 'beforeAnswer'> &
  Pick<Reach, 'unhurried'> & { readonly source: DataSource };

/** What the resolvers of one request know, until `finish`. */
export function openContext({ source, unhurried = false, ...given }: Given): Context {
  const { viewer } = given;
  const loaders: LoaderCache = new Map();
  return {
    ...given,
    // What was loaded is of the moment that was read.
    db: new Database(source, { ...reachOf(viewer), unhurried }, () => loaders.clear()),
    scope: scopeOf(viewer),
    loaders,
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
