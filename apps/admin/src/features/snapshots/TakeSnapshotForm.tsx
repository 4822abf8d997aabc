import { useMutation, useQuery } from '@apollo/client/react';
import { snapshotInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ErrorState } from '@tandem/ui/ErrorState';
import { TextField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import { useState } from 'react';
import { IndicatorsToSeal } from './IndicatorsToSeal.tsx';
import type { MetricId } from '../../gql/graphql.ts';
import { METRICS_TO_SEAL, TAKE_SNAPSHOT } from './snapshot.queries.ts';

interface Props {
  readonly onTaken: (id: string) => void;
}

/** Seals indicators as they are today: all of them, or those that are chosen. */
export function TakeSnapshotForm({ onTaken }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { data, error } = useQuery(METRICS_TO_SEAL);
  const [choice, setChoice] = useState<ReadonlySet<MetricId>>();
  const [take] = useMutation(TAKE_SNAPSHOT, { refetchQueries: ['Snapshots'] });
  if (error !== undefined) return <ErrorState error={error} />;
  const metrics = data?.metrics ?? [];
  const chosen = choice ?? new Set(metrics.map(({ id }) => id));
  const figures = metrics.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ metric: id }));
  return (
    <>
      <p>
        <FormattedMessage
          id="snapshots.takeAbout"
          values={{ count: figures.length, day: format.day(today) }}
        />
      </p>
      <DomainForm
        schema={snapshotInput}
        draftKey="snapshot"
        defaultValues={{ name: '' }}
        submitLabel={intl.formatMessage({ id: 'snapshots.seal' })}
        onSubmit={async ({ name }) => {
          const { data: answer } = await take({ variables: { input: { name, figures } } });
          const taken = answer?.takeSnapshot;
          if (taken?.__typename === 'Snapshot') onTaken(taken.id);
          return refusalOf(taken);
        }}
      >
        <TextField name="name" required description={intl.formatMessage({ id: 'snapshots.nameAbout' })} />
        <IndicatorsToSeal metrics={metrics} chosen={chosen} onChange={setChoice} />
      </DomainForm>
    </>
  );
}
