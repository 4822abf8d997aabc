import { useQuery } from '@apollo/client/react';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { LanguageSwitch } from '@tandem/ui/LanguageSwitch';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { Wordmark } from '@tandem/ui/Wordmark';
import { FormattedMessage, useIntl } from 'react-intl';
import { Citation } from './Citation.tsx';
import { EveryFigure } from './EveryFigure.tsx';
import { HeadlineSentence } from './HeadlineSentence.tsx';
import { HeadlineTiles } from './HeadlineTiles.tsx';
import { HowCounted } from './HowCounted.tsx';
import { PublicMoney } from './PublicMoney.tsx';
import { PUBLICATION } from './publication.queries.ts';
import { YearCharts } from './YearCharts.tsx';
import classes from './Public.module.css';

/** What the programme tells everybody, without signing in. */
export function PublicPage() {
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <a href="/">
          <Wordmark portal="public" />
        </a>
        <div className={classes.languages}>
          <LanguageSwitch />
        </div>
      </header>
      <main>
        <Impact />
      </main>
    </div>
  );
}

function Impact() {
  const intl = useIntl();
  const format = useFormat();
  const { data, error } = useQuery(PUBLICATION);
  if (data === undefined) return <PageOnItsWay error={error} />;
  const { publication } = data;
  const title = intl.formatMessage({ id: 'public.title' });
  if (publication == null)
    return (
      <Page title={title}>
        <EmptyState title={intl.formatMessage({ id: 'public.none' })}>
          <FormattedMessage id="public.noneAbout" />
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={title}
      scope={
        <FormattedMessage
          id="public.scope"
          values={{
            day: format.day(publication.asOf),
            published: intl.formatDate(publication.publishedAt, { dateStyle: 'medium' }),
          }}
        />
      }
    >
      <HeadlineSentence publication={publication} />
      <HeadlineTiles publication={publication} />
      <YearCharts publication={publication} />
      <PublicMoney publication={publication} />
      <EveryFigure publication={publication} />
      <HowCounted publication={publication} />
      <Citation publication={publication} />
    </Page>
  );
}
