import { answeredWords } from '@tandem/ui/answered';
import { countedOf } from '@tandem/ui/counted';
import type { FigureResult } from '@tandem/ui/figure';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Indicator.module.css';

/** Of a figure made of answers, how many of those asked gave one; nothing of any other. */
export function AnsweredSentence({ result }: { readonly result: FigureResult }) {
  const intl = useIntl();
  const answered = answeredWords([countedOf(result)], intl);
  if (answered === undefined) return null;
  return (
    <div className={classes.beside}>
      <p className={classes.sentence}>
        <FormattedMessage id="indicators.answered" values={{ answered }} />
      </p>
    </div>
  );
}
