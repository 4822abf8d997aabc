import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { HeadlineFigures } from './HeadlineFigures.tsx';
import { WaitingLists } from './WaitingLists.tsx';

export function TodayPage() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { today, name } = useViewer();
  return (
    <Page
      title={intl.formatMessage({ id: 'today.title' })}
      scope={intl.formatMessage({ id: 'today.scope' }, { day: format.day(today, 'long'), name })}
    >
      {can('SEE_DUOS') && <WaitingLists />}
      <HeadlineFigures />
    </Page>
  );
}
