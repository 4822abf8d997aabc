import {
  email as emailSchema,
  MAXIMUM_REGISTRATION,
  volunteerInput,
  type VolunteerInput,
} from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { badRequest, forbidden } from '../../graphql/errors.ts';
import { checkInput } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { PersonEntity } from '../people/person.entity.ts';
import { VolunteerEntity } from './volunteer.entity.ts';
import type { VolunteerInput as RawVolunteer } from './volunteer.type.ts';

export interface Registration {
  readonly registeredIds: readonly string[];
  readonly rows: readonly {
    readonly index: number;
    readonly refusals: Refusal[];
    readonly existingId: string | null;
  }[];
}

/**
 * Registers all rows for the partner, or none: then the rows say what is wrong with each. A partner registers its own
 * people only. Somebody already registered by the same partner (the same e-mail address) is refused by name.
 */
export async function registerVolunteers(
  context: Context,
  raw: readonly RawVolunteer[],
  partnerId: string | null,
  dryRun: boolean,
): Promise<Registration> {
  if (raw.length > MAXIMUM_REGISTRATION)
    throw badRequest(`At most ${MAXIMUM_REGISTRATION} people at once, not ${raw.length}.`);
  const owner = ownerOf(context, partnerId);
  return context.db.transaction(async (tx) => {
    // Two registrations of one partner at the same moment wait for each other, so that nobody comes in twice.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [owner]);
    const existing = await existingByEmail(tx, owner, raw);
    const branches = new Set((await tx.query<{ id: string }[]>('select id from branch')).map(({ id }) => id));
    const seen = new Set<string>();
    const inputs: VolunteerInput[] = [];
    const rows = raw.map((row, index) => {
      const [refusals, input] = checkInput(volunteerInput, row);
      const address = row.email.trim().toLowerCase();
      const existingId = existing.get(address) ?? null;
      if (existingId !== null)
        refusals.push({ code: 'ALREADY_REGISTERED', field: 'email', params: { email: address } });
      if (seen.has(address))
        refusals.push({ code: 'REPEATED_IN_LIST', field: 'email', params: { email: address } });
      if (input !== undefined && !branches.has(input.branchId))
        refusals.push({ code: 'REFERENCE_UNKNOWN', field: 'branchId' });
      seen.add(address);
      if (input !== undefined) inputs.push(input);
      return { index, refusals, existingId };
    });
    const wrong = rows.some(({ refusals }) => refusals.length > 0);
    if (wrong || dryRun) return { registeredIds: [], rows };
    return { registeredIds: await insertAll(tx, context, owner, inputs), rows };
  });
}

function ownerOf(context: Context, partnerId: string | null): string {
  const own = context.scope.partnerId;
  if (own !== null && partnerId !== null && partnerId !== own) throw forbidden();
  const owner = own ?? partnerId;
  if (owner === null) throw badRequest('Name the partner whose people these are.');
  return owner;
}

async function existingByEmail(
  tx: EntityManager,
  partnerId: string,
  raw: readonly RawVolunteer[],
): Promise<Map<string, string>> {
  const addresses = raw.flatMap((row) => emailSchema.safeParse(row.email).data ?? []);
  const rows = await tx.query<{ id: string; email: string }[]>(
    'select volunteer.id, person.email from volunteer join person on person.id = volunteer.person_id where volunteer.partner_id = $1 and person.email = any ($2)',
    [partnerId, addresses],
  );
  return new Map(rows.map(({ id, email }) => [email, id]));
}

async function insertAll(
  tx: EntityManager,
  context: Context,
  partnerId: string,
  inputs: readonly VolunteerInput[],
): Promise<string[]> {
  const registered = inputs.map((input) => ({ id: newId(), personId: newId(), ...input }));
  await tx.insert(
    PersonEntity,
    registered.map(({ personId, givenName, familyName, email }) => ({
      id: personId,
      givenName,
      familyName,
      email,
      gender: null,
      birthDate: null,
    })),
  );
  await tx.insert(
    VolunteerEntity,
    registered.map(({ id, personId, engagement, branchId, availability, plannedHours }) => ({
      id,
      personId,
      partnerId,
      engagement,
      branchId,
      availability,
      plannedHours,
      status: 'REGISTERED' as const,
      registeredOn: context.today,
      version: 1,
    })),
  );
  await tx.query(
    `insert into consent (person_id, purpose, version, status, on_day, recorded_by)
     select unnest($1::uuid[]), 'PROGRAMME', purpose_version('PROGRAMME', $2), 'ASKED', $2, $3`,
    [registered.map(({ personId }) => personId), context.today, viewerOf(context).name],
  );
  for (const { id, personId: _, ...after } of registered) {
    await recordChange(tx, context, {
      action: 'registerVolunteers',
      recordKind: 'volunteer',
      recordId: id,
      subjectId: id,
      after,
    });
  }
  return registered.map(({ id }) => id);
}
