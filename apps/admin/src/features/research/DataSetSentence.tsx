import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { FormattedMessage } from 'react-intl';
import type { ResearchPreviewQuery } from '../../gql/graphql.ts';
import type { Variable } from './research.queries.ts';
import classes from '../indicators/Indicator.module.css';

interface Props {
  readonly preview: ResearchPreviewQuery['researchPreview'] | undefined;
  readonly pending: boolean;
  readonly chosen: readonly Variable[] | undefined;
}

/** How large the data set is, and who is left out of it. */
export function DataSetSentence({ preview, pending, chosen }: Props) {
  const format = useFormat();
  if (chosen?.length === 0)
    return (
      <p className={classes.sentence} role="status">
        <FormattedMessage id="research.noColumn" />
      </p>
    );
  return (
    <Kept pending={pending}>
      <p className={classes.sentence} role="status">
        {preview === undefined || chosen === undefined ? (
          ' '
        ) : (
          <>
            <FormattedMessage
              id="research.sentence"
              values={{ rows: preview.rows, columns: chosen.length, day: format.day(preview.asOf) }}
            />
            {preview.leftOut > 0 && (
              <>
                {' '}
                <FormattedMessage
                  id="research.leftOut"
                  values={{ count: preview.leftOut, before: preview.agreedBefore }}
                />
              </>
            )}
            {preview.withoutMentor > 0 && (
              <>
                {' '}
                <FormattedMessage id="research.withoutMentor" values={{ count: preview.withoutMentor }} />
              </>
            )}
          </>
        )}
      </p>
    </Kept>
  );
}
