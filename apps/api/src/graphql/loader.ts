import DataLoader from 'dataloader';
import type { Context } from './context.ts';
import type { FieldTree } from './look-ahead.ts';

export type LoaderCache = Map<object, DataLoader<string, unknown>>;

/**
 * Defines a loader of something by id. `load` is called once for all ids of a level of the answer; the cache
 * lives as long as the moment that the request reads, which a write ends.
 */
export function defineLoader<T>(
  load: (ids: readonly string[], context: Context) => Promise<ReadonlyMap<string, T>>,
  absent: T,
) {
  const key = {};
  return (context: Context, id: string): Promise<T> => {
    let loader = context.loaders.get(key) as DataLoader<string, T> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<string, T>(async (ids) => {
        const found = await load(ids, context);
        return ids.map((wanted) => found.get(wanted) ?? absent);
      });
      context.loaders.set(key, loader);
    }
    return loader.load(id);
  };
}

/** A loader of records with the fields that are asked for, so that nothing else is read: once for all ids of a level. */
export function defineLoaderByFields<T>(
  load: (ids: readonly string[], fields: FieldTree, context: Context) => Promise<ReadonlyMap<string, T>>,
  absent: T,
) {
  const loader = defineLoader<T>(async (keys, context) => {
    const found = new Map<string, T>();
    for (const [fields, ofFields] of groupBy(keys, (key) => key.slice(ID_LENGTH))) {
      const ids = ofFields.map((key) => key.slice(0, ID_LENGTH));
      const records = await load(ids, JSON.parse(fields) as FieldTree, context);
      for (const [id, record] of records) found.set(id + fields, record);
    }
    return found;
  }, absent);
  return (context: Context, id: string, fields: FieldTree): Promise<T> =>
    loader(context, id + JSON.stringify(fields));
}
/** Of a UUID. */
const ID_LENGTH = 36;

/** Rows grouped by one of their columns, for loaders of to-many fields. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
