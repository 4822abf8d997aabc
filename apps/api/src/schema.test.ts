import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { accessOf } from './graphql/authorisation.ts';
import { makeSchema } from './schema.ts';

const schema = makeSchema();

test('the committed schema is the one that is served (update it with vitest -u)', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../schema.graphql');
});

test('every root field declares who may ask for it', () => {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((field) => accessOf(field) === undefined).map((field) => field.name)).toEqual([]);
});

test('every type and field says what it is', () => {
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name)
    )
      continue;
    if (!type.description) silent.push(type.name);
    if ('getFields' in type) {
      for (const field of Object.values(type.getFields()))
        if (!field.description) silent.push(`${type.name}.${field.name}`);
    }
  }
  expect(silent).toEqual([]);
});
