import type { GrantInput } from '@tandem/domain/money-inputs';
import type { GrantQuery } from '../../gql/graphql.ts';

export type Grant = NonNullable<GrantQuery['grant']>;

/** A grant as the input of its change: what it says now, so that one part of it can be changed. */
export function inputOf(grant: Grant): GrantInput {
  const { reference, kind, status, startsOn, endsOn } = grant;
  return {
    reference,
    kind,
    status,
    startsOn,
    endsOn,
    purpose: grant.purpose ?? null,
    funderId: grant.funder.id,
    branchId: grant.branch?.id ?? null,
    amountCents: grant.amount.cents,
    conditions: grant.conditions.map(({ id, text, measure, target, dueOn, metOn }) => ({
      id,
      text,
      measure: measure ?? null,
      target: target ?? null,
      dueOn: dueOn ?? null,
      metOn: metOn ?? null,
    })),
    instalments: grant.instalments.map(({ id, dueOn, amountCents, receivedOn }) => ({
      id,
      dueOn,
      amountCents,
      receivedOn: receivedOn ?? null,
    })),
    deadlines: grant.deadlines.map(({ id, dueOn, text, sentOn }) => ({
      id,
      dueOn,
      text,
      sentOn: sentOn ?? null,
    })),
  };
}
