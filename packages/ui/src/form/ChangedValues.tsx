import { isCalendarDay } from '@tandem/domain/calendar-day';
import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './ChangedValues.module.css';

/** Fields whose values are words of the vocabulary, with the lists of the records that have the field. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  answer: ['ConsentStatus'],
  audience: ['EventAudience'],
  basis: ['AllocationBasis'],
  by: ['SignInWay'],
  category: ['CostCategory'],
  closureReason: ['ClosureReason'],
  contractType: ['ContractType'],
  dataCategories: ['DataCategory'],
  discountConvention: ['DiscountConvention'],
  engagement: ['Engagement'],
  evidence: ['EvidenceSource'],
  evidenceGrade: ['EvidenceGrade'],
  kind: ['EventKind', 'GrantKind', 'PartnerKind', 'RetentionKind'],
  legalBasis: ['LegalBasis'],
  mode: ['MeetingMode'],
  nature: ['CostNature'],
  recipients: ['DataRecipient'],
  role: ['Role', 'ParticipantRole'],
  scopes: ['Capability'],
  situation: ['Situation'],
  span: ['AllocationSpan'],
  spread: ['CostNature'],
  stakeholder: ['Stakeholder'],
  status: [
    'GrantStatus',
    'EventStatus',
    'TimeEntryStatus',
    'VolunteerStatus',
    'SroiStatus',
    'DuoStatus',
    'AccountState',
  ],
};

/** Fields whose values are codes of countries or of languages, which the reader's browser has words for. */
const NAMES: Readonly<Record<string, 'region' | 'language'>> = {
  country: 'region',
  proxyCountry: 'region',
  locale: 'language',
};

/** Amounts are kept in cents: they stand under the field's own name, as money. */
const CENTS = /Cents$/;

/** What stands for an id or a part of a record that has no words. */
const WORDLESS = '…';

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
    if (typeof value === 'number')
      return CENTS.test(field) ? format.money(value, { exact: true }) : format.number(value);
    if (typeof value === 'boolean') return intl.formatMessage({ id: value ? 'value.yes' : 'value.no' });
    if (Array.isArray(value)) return value.map((one) => show(field, one)).join('; ') || '–';
    if (typeof value !== 'string' || ID.test(value)) return WORDLESS;
    const isDay: boolean = isCalendarDay(value);
    if (isDay) return format.day(value);
    const type = NAMES[field];
    if (type !== undefined) return intl.formatDisplayName(value, { type }) ?? value;
    const word = (LISTS[field] ?? [])
      .map((list) => `vocabulary.${list}.${value}`)
      .find((id) => intl.messages[id] !== undefined);
    return word === undefined ? value : intl.formatMessage({ id: word });
  };
  const known = fields.filter(
    (field) =>
      intl.messages[labelOf(field)] !== undefined &&
      [old[field], now[field]].some((value) => value != null && show(field, value) !== WORDLESS),
  );
  if (known.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {known.map((field) => (
        <div key={field}>
          <dt>{intl.formatMessage({ id: labelOf(field) })}</dt>
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

function labelOf(field: string): string {
  return `field.${field.replace(CENTS, '')}`;
}

/** To compare by; an empty list is nothing. */
function written(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? 'null' : JSON.stringify(value ?? null);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
