import { addDays } from '@tandem/domain/calendar-day';
import { purposeInput } from '@tandem/domain/privacy-inputs';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { listPurposes } from './privacy.queries.ts';
import type { PurposeInput } from './privacy.type.ts';

/** Any fixed number: versions of purposes are counted one after the other. */
const LOCK = 7_263_514_903;

/**
 * Writes the next version of a purpose, or the first one of a new purpose. What people consented to before stays what it
 * was: a version begins today at the earliest, and after the one before it. Returns its id.
 * @param basedOn the version that was seen; null for a new purpose.
 */
export function savePurpose(context: Context, raw: PurposeInput, basedOn: number | null): Promise<string> {
  const input = parseInput(purposeInput, raw);
  const id = newId();
  return context.db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const before = (await listPurposes(tx)).find(({ key, latest }) => latest && key === input.key);
    if (before !== undefined) {
      if (basedOn === null) throw new Refused({ code: 'REFERENCE_TAKEN', field: 'key' });
      if (basedOn !== before.version) throw new Refused({ code: 'CHANGED_MEANWHILE' });
      const day = [context.today, addDays(before.fromDay, 1)].toSorted().at(-1) ?? context.today;
      if (input.fromDay < day)
        throw new Refused({ code: 'DAY_TOO_EARLY', field: 'fromDay', params: { day } });
    }
    const version = (before?.version ?? 0) + 1;
    await tx.query(
      `insert into purpose (id, code, version, legal_basis, data_categories, recipients, name, description, from_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        input.key,
        version,
        input.legalBasis,
        input.dataCategories,
        input.recipients,
        { fr: input.nameFr, nl: input.nameNl, en: input.nameEn },
        { fr: input.descriptionFr, nl: input.descriptionNl, en: input.descriptionEn },
        input.fromDay,
      ],
    );
    await recordChange(tx, context, {
      action: 'savePurpose',
      recordKind: 'purpose',
      recordId: id,
      subjectId: id,
      before: before ?? null,
      after: { ...input, version },
    });
    return id;
  });
}
