import 'reflect-metadata';
import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardSchema, undecided } from './graphql/authorisation.ts';
import { makeSchema } from './schema.ts';

const schema = makeSchema();

/** What carries identity, circumstances or notes of people. */
const PERSONAL = [
  'Person',
  'Mentee',
  'Mentor',
  'Volunteer',
  'TimeEntry',
  'Duo',
  'Meeting',
  'Event',
  'Attendance',
  'Outcome',
  'EvaluationResponse',
  'AuditEntry',
  'FigureRecord',
  'PersonPrivacy',
  'Consent',
  'LegalHold',
  'RetentionItem',
  'Erasure',
];

test('the committed schema is the one that is served (update it with vitest -u)', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../schema.graphql');
});

describe('whom a field answers', () => {
  test('is decided for every root field and every field of a type about people', () => {
    expect(undecided(schema)).toEqual([]);
    for (const name of PERSONAL)
      expect([name, schema.getType(name)?.extensions]).toEqual([
        name,
        expect.objectContaining({ seenWithRecord: expect.any(Array) }),
      ]);
  });

  test.each([
    ['Query', new GraphQLObjectType({ name: 'Query', fields: { open: { type: GraphQLString } } })],
    [
      'Person',
      new GraphQLObjectType({
        name: 'Person',
        extensions: { seenWithRecord: ['id'] },
        fields: { id: { type: GraphQLString }, open: { type: GraphQLString } },
      }),
    ],
  ])('is asked for before the server starts: %s', (name, type) => {
    const query =
      name === 'Query'
        ? type
        : new GraphQLObjectType({
            name: 'Query',
            fields: { person: { type, extensions: { access: 'PUBLIC' } } },
          });
    expect(() => guardSchema(new GraphQLSchema({ query }))).toThrow(`${name}.open`);
  });
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
