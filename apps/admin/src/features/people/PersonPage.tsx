import { EmptyState } from '@tandem/ui/EmptyState';
import { FactList } from '@tandem/ui/FactList';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { DuoRowFragment, EventOfPersonFragment } from '../../gql/graphql.ts';
import { Trail } from '../audit/Trail.tsx';
import { DuoTable } from '../duos/DuoTable.tsx';
import { PersonEvents } from '../events/PersonEvents.tsx';
import { PersonPrivacySection } from '../privacy/PersonPrivacySection.tsx';
import classes from './Person.module.css';

interface Props {
  readonly parent: ReactNode;
  readonly person: { readonly id: string; readonly name: string; readonly email?: string | null };
  readonly reference: string;
  readonly branch: { readonly name: string };
  readonly stageList: 'MenteeStage' | 'MentorStage';
  readonly stages: readonly { readonly stage: string; readonly reachedOn: string }[];
  /** Words and values, in order; those without a value are left out. */
  readonly facts: readonly (readonly [label: string, value: string | null | undefined])[];
  readonly duos: readonly DuoRowFragment[];
  readonly attendances: readonly EventOfPersonFragment[];
  /** The record under which its trail stands. */
  readonly recordId: string;
}

/** A mentee or a mentor: who it is, the way so far, and the duos. */
export function PersonPage(props: Props) {
  const { parent, person, reference, branch, stageList, stages, facts, duos, attendances, recordId } = props;
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const can = useCan();
  const words = (column: string) => intl.formatMessage({ id: `people.column.${column}` });
  return (
    <Page title={person.name} parent={parent} scope={`${reference} · ${branch.name}`}>
      <FactList
        facts={[
          ...facts.map(([label, value]) => [words(label), value] as const),
          [words('email'), person.email && <a href={`mailto:${person.email}`}>{person.email}</a>],
        ]}
      />
      <Section title={intl.formatMessage({ id: 'person.way' })}>
        <ol className={classes.way}>
          {stages.map(({ stage, reachedOn }) => (
            <li key={stage}>
              <strong>{word(stageList, stage)}</strong>
              <time dateTime={reachedOn}>{format.day(reachedOn)}</time>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={intl.formatMessage({ id: 'duos.title' })}>
        <DuoTable
          caption={intl.formatMessage({ id: 'duos.title' })}
          columns={['attention', 'lastMeeting', 'plannedEnd', 'status']}
          duos={duos}
          empty={<EmptyState title={intl.formatMessage({ id: 'person.noDuos' })} />}
        />
      </Section>
      <Section title={intl.formatMessage({ id: 'events.title' })}>
        <PersonEvents attendances={attendances} />
      </Section>
      {can('RECORD_CONSENT') && <PersonPrivacySection personId={person.id} />}
      <Trail title={intl.formatMessage({ id: 'person.trail' })} record={recordId} />
    </Page>
  );
}
