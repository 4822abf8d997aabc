import type { CalendarDay } from '@tandem/domain/calendar-day';
import { decideConsent } from '@tandem/domain/privacy';
import { consentInput } from '@tandem/domain/privacy-inputs';
import type { LegalBasis } from '@tandem/domain/vocabulary';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { findPerson } from './privacy.queries.ts';
import type { ConsentInput } from './privacy.type.ts';

interface Version {
  readonly version: number;
  readonly legalBasis: LegalBasis;
  readonly fromDay: CalendarDay;
}

/** Writes down what a person said to a purpose, in the version that was in force on that day. Returns the person's id. */
export function recordConsent(context: Context, personId: string, raw: ConsentInput): Promise<string> {
  const input = parseInput(consentInput, raw);
  return context.db.transaction(async (tx) => {
    // Held before it is asked: an erasure that was waited for counts, and none begins meanwhile.
    await tx.query('select 1 from person where id = $1 for key share', [personId]);
    const person = await findPerson(tx, personId);
    if (person === null) throw new Refused({ code: 'NOT_FOUND', field: 'personId' });
    if (person.erasedOn !== null) throw new Refused({ code: 'PERSON_ERASED', field: 'personId' });
    const [purpose]: Version[] = await tx.query(
      `select version, legal_basis as "legalBasis", from_day as "fromDay" from purpose
       where code = $1 and version = purpose_version($1, $2)`,
      [input.purpose, input.onDay],
    );
    if (purpose === undefined) throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'purpose' });
    const { answer, onDay } = decided(decideConsent(purpose, input, context.today));
    await tx.query(
      'insert into consent (person_id, purpose, version, status, on_day, recorded_by) values ($1, $2, $3, $4, $5, $6)',
      [personId, input.purpose, purpose.version, answer, onDay, viewerOf(context).name],
    );
    await recordChange(tx, context, {
      action: 'recordConsent',
      recordKind: 'person',
      recordId: personId,
      subjectId: personId,
      after: { ...input, version: purpose.version },
    });
    return personId;
  });
}
