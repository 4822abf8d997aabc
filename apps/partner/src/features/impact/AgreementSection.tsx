import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { GrantAmounts } from '@tandem/ui/GrantAmounts';
import { Section } from '@tandem/ui/Section';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { AgreementTerms } from './AgreementTerms.tsx';

const AGREEMENTS = graphql(`
  query Agreements {
    grants {
      id
      reference
      status
      counts
      purpose
      startsOn
      endsOn
      funder {
        id
        name
      }
      amount {
        cents
        currency
      }
      received {
        cents
        currency
      }
      cost {
        to
        ruleVersion
        cost {
          cents
          currency
        }
      }
      ...GrantTerms
    }
  }
`);

/** What was agreed of each grant, what came in, and what its duos bore of the cost: the same as staff see. */
export function AgreementSection({ grantId }: { readonly grantId: string | undefined }) {
  const intl = useIntl();
  const { word } = useWords();
  const { data, error } = useQuery(AGREEMENTS);
  if (error !== undefined) return <ErrorState error={error} />;
  const grants = data?.grants.filter(({ id }) => grantId === undefined || id === grantId) ?? [];
  return (
    <Section
      title={intl.formatMessage({ id: 'agreement.title' })}
      about={intl.formatMessage({ id: 'agreement.about' })}
    >
      {grants.map((grant) => (
        <div key={grant.id}>
          <h3>
            {grant.reference} <Status>{word('GrantStatus', grant.status)}</Status>
          </h3>
          {grant.purpose != null && <p>{grant.purpose}</p>}
          <GrantAmounts grant={grant} reader="funder" funder={grant.funder.name} />
          {grant.counts && <AgreementTerms grant={grant} />}
        </div>
      ))}
    </Section>
  );
}
