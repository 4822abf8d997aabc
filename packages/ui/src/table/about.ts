import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { IntlShape } from 'react-intl';
import type { FigureResult } from '../figure/figure.ts';
import { formatDay } from '../i18n/format.ts';

/** What a file says beside its data, so that it can be understood without the page. */
export interface About {
  /** What is counted, over whom, in which version. */
  readonly definition?: string | undefined;
  /** The figures that are shown, of which the definition tells: a page opens each. */
  readonly figures?: readonly FigureResult[] | undefined;
  /** The period, the branches, the groups. */
  readonly scope?: string | undefined;
  /** Where the data comes from; the programme's own records if it is not said. */
  readonly source?: string | undefined;
  readonly asOf?: CalendarDay | undefined;
  /** Of how many, and of how many nothing is known, in words. */
  readonly size?: string | undefined;
  /** The address of the definition or of the view. */
  readonly link?: string | undefined;
  /** What each of many figures counts, under its name. */
  readonly definitions?: readonly Omit<AboutLine, 'id'>[] | undefined;
}

export interface AboutLine {
  readonly id: Exclude<keyof About, 'figures'>;
  readonly name: string;
  readonly value: string;
}

/** What there is to say, each line under its name, in the order in which it is read. */
export function aboutLines(
  { definition, scope, source, asOf, size, link, definitions = [] }: About,
  intl: IntlShape,
): AboutLine[] {
  const values: readonly (readonly [AboutLine['id'], string | undefined])[] = [
    ['definition', definition],
    ['scope', scope],
    ['source', source ?? intl.formatMessage({ id: 'about.programme' })],
    ['asOf', asOf && formatDay(intl, asOf)],
    ['size', size],
    ['link', link],
  ];
  return [
    ...values.flatMap(([id, value]) =>
      value === undefined ? [] : [{ id, name: intl.formatMessage({ id: `about.${id}` }), value }],
    ),
    ...definitions.map((line): AboutLine => ({ id: 'definitions', ...line })),
  ];
}
