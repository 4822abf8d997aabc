import type { IntlShape } from 'react-intl';
import type { Counted } from './counted.ts';

/**
 * How many of the answers asked for were given, in words that stand beside what the answers say; of several figures from the lowest
 * share to the highest. Undefined where none is made of answers.
 */
export function answeredWords(all: readonly (Counted | undefined)[], intl: IntlShape): string | undefined {
  const told = all.filter((one) => one?.asked !== undefined && one.denominator !== undefined);
  const [first] = told;
  if (first === undefined) return undefined;
  const shares = told.flatMap((one) => responseOf(one) ?? []);
  const [share] = shares;
  if (share === undefined) return intl.formatMessage({ id: 'figure.answered.notShown' });
  if (told.length === 1)
    return intl.formatMessage(
      { id: 'figure.answered' },
      {
        answers: intl.formatNumber(share.answers),
        asked: intl.formatNumber(share.asked),
        share: percent(share, intl),
      },
    );
  const sorted = shares.toSorted((a, b) => a.answers / a.asked - b.answers / b.asked);
  const [lowest = '', highest = ''] = [sorted[0], sorted.at(-1)].map((one) => one && percent(one, intl));
  return lowest === highest
    ? intl.formatMessage({ id: 'figure.answered.share' }, { share: lowest })
    : intl.formatMessage({ id: 'figure.answered.between' }, { lowest, highest });
}

/** The share of the answers asked for that were given, as a percentage; undefined where it is not shown, or none was asked for. */
export function shareAnswered(counted: Counted, intl: IntlShape): string | undefined {
  const response = responseOf(counted);
  return response && percent(response, intl);
}

interface Response {
  readonly answers: number;
  readonly asked: number;
}

function responseOf(counted: Counted | undefined): Response | undefined {
  const { denominator, asked } = counted ?? {};
  return denominator === undefined || typeof asked !== 'number' ? undefined : { answers: denominator, asked };
}

function percent({ answers, asked }: Response, intl: IntlShape): string {
  return intl.formatNumber(answers / asked, { style: 'percent' });
}
