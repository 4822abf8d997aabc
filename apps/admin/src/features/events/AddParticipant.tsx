import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ROLES_OF_AUDIENCE } from '@tandem/domain/event';
import type { EventAudience, ParticipantRole } from '@tandem/domain/vocabulary';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import classes from './Attendance.module.css';
import type { Participant } from './use-marks.ts';

const PARTICIPANTS = graphql(`
  query Participants($search: String!, $mentees: Boolean!, $mentors: Boolean!) {
    mentees(first: 12, filter: { search: $search }, sort: { field: NAME, direction: ASC })
      @include(if: $mentees) {
      edges {
        node {
          id
          reference
          person {
            id
            name
          }
        }
      }
    }
    mentors(first: 12, filter: { search: $search }, sort: { field: NAME, direction: ASC })
      @include(if: $mentors) {
      edges {
        node {
          id
          reference
          person {
            id
            name
          }
        }
      }
    }
  }
`);

interface Found {
  readonly edges: readonly {
    readonly node: {
      readonly id: string;
      readonly reference: string;
      readonly person: { readonly id: string; readonly name: string };
    };
  }[];
}

interface Props {
  readonly audience: EventAudience;
  /** Who is on the list already, by the id of the person. */
  readonly listed: readonly string[];
  readonly onAdd: (participant: Participant) => void;
}

/** How long the typing rests before it is searched for. */
const REST_MILLISECONDS = 250;

/** Puts somebody on the list who is found by what is typed of a name or a reference. */
export function AddParticipant({ audience, listed, onAdd }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), REST_MILLISECONDS);
  const roles = ROLES_OF_AUDIENCE[audience];
  const { data, previousData } = useQuery(PARTICIPANTS, {
    variables: { search, mentees: roles.includes('MENTEE'), mentors: roles.includes('MENTOR') },
    skip: search === '',
  });
  const found = search === '' ? undefined : (data ?? previousData);
  const candidates = [...peopleIn(found?.mentees, 'MENTEE'), ...peopleIn(found?.mentors, 'MENTOR')].filter(
    ({ personId }) => !listed.includes(personId),
  );
  return (
    <Select
      className={classes.add ?? ''}
      size="md"
      label={intl.formatMessage({ id: 'events.add' })}
      placeholder={intl.formatMessage({ id: 'events.addHow' })}
      data={candidates.map(({ participantId, name, reference, role }) => ({
        value: participantId,
        label: `${name} (${reference}) · ${word('ParticipantRole', role)}`,
      }))}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        const person = candidates.find(({ participantId }) => participantId === chosen);
        if (person !== undefined) onAdd(person);
        setTyped('');
      }}
      // They are found by the server, which reads names without accents and in any order.
      filter={({ options }) => options}
      {...(search !== '' && { nothingFoundMessage: intl.formatMessage({ id: 'palette.nothing' }) })}
    />
  );
}

function peopleIn(found: Found | undefined, role: ParticipantRole) {
  return (found?.edges ?? []).map(({ node: { id, reference, person } }) => ({
    personId: person.id,
    name: person.name,
    role,
    participantId: id,
    reference,
  }));
}
