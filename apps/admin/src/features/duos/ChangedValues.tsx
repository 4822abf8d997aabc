import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import { isCalendarDay } from '@tandem/domain/calendar-day';
import classes from './Activity.module.css';

/** Fields whose values are words of the vocabulary. */
const LISTS: Readonly<Record<string, string>> = {
  closureReason: 'ClosureReason',
  mode: 'MeetingMode',
  situation: 'Situation',
  contractType: 'ContractType',
  evidence: 'EvidenceSource',
};

/** What a change changed: each field's old and new value. */
export function ChangedValues({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const intl = useIntl();
  const format = useFormat();
  const old = asRecord(before);
  const now = asRecord(after);
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => JSON.stringify(old[field] ?? null) !== JSON.stringify(now[field] ?? null),
  );
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return format.number(value);
    if (typeof value !== 'string') return '…';
    const isDay: boolean = isCalendarDay(value);
    if (isDay) return format.day(value);
    const list = LISTS[field];
    return list === undefined ? value : intl.formatMessage({ id: `vocabulary.${list}.${value}` });
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

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
