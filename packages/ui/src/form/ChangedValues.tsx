import { isCalendarDay } from '@tandem/domain/calendar-day';
import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './ChangedValues.module.css';

/** Fields whose values are words of the vocabulary. */
const LISTS: Readonly<Record<string, string>> = {
  answer: 'ConsentStatus',
  closureReason: 'ClosureReason',
  mode: 'MeetingMode',
  situation: 'Situation',
  contractType: 'ContractType',
  evidence: 'EvidenceSource',
  legalBasis: 'LegalBasis',
  role: 'Role',
  scopes: 'Capability',
  by: 'SignInWay',
};

/** Says nothing to who reads it: the record that it names has its own link. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a change changed: each field's old and new value. */
export function ChangedValues({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const intl = useIntl();
  const format = useFormat();
  const old = asRecord(before);
  const now = asRecord(after);
  // What was there before and is not named afterwards stayed; where nothing is afterwards, all of it went.
  const fields = Object.keys(after == null ? old : now).filter(
    (field) => written(old[field]) !== written(now[field]),
  );
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'boolean') return intl.formatMessage({ id: value ? 'value.yes' : 'value.no' });
    if (Array.isArray(value)) return value.map((one) => show(field, one)).join('; ') || '–';
    if (typeof value !== 'string' || ID.test(value)) return '…';
    const isDay: boolean = isCalendarDay(value);
    if (isDay) return format.day(value);
    const word = `vocabulary.${LISTS[field]}.${value}`;
    return intl.messages[word] === undefined ? value : intl.formatMessage({ id: word });
  };
  const known = fields.filter((field) => intl.messages[`field.${field}`] !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {known.map((field) => (
        <div key={field}>
          <dt>{intl.formatMessage({ id: `field.${field}` })}</dt>
          <dd>
            {field in old && (
              <>
                <del>{show(field, old[field])}</del> →{' '}
              </>
            )}
            {show(field, now[field])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** To compare by; an empty list is nothing. */
function written(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? 'null' : JSON.stringify(value ?? null);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
