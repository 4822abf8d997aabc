import { isCalendarDay } from '@tandem/domain/calendar-day';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function asDay(value: unknown): string {
  if (typeof value === 'string' && isCalendarDay(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a calendar day (YYYY-MM-DD)`);
}

export const CalendarDayScalar = new GraphQLScalarType<string, string>({
  name: 'CalendarDay',
  description: 'A calendar day, `YYYY-MM-DD`, without time or zone.',
  serialize: asDay,
  parseValue: asDay,
  parseLiteral: (node) => asDay(node.kind === Kind.STRING ? node.value : undefined),
});

function asCents(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a whole number of cents`);
}

export const CentsScalar = new GraphQLScalarType<number, number>({
  name: 'Cents',
  description: 'An amount in whole cents: an integer that JSON and JavaScript hold exactly.',
  serialize: asCents,
  parseValue: asCents,
  parseLiteral: (node) => asCents(node.kind === Kind.INT ? Number(node.value) : undefined),
});
