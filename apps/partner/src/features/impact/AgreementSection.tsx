import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { GrantAmounts } from '@tandem/ui/GrantAmounts';
import { Section } from '@tandem/ui/Section';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { AgreementTerms } from './AgreementTerms.tsx';
import { grantsAsked } from './impact.queries.ts';

const AGREEMENTS = graphql(`
  query Agreements($latest: Int!, $grant: ID!, $ofGrant: Boolean!) {
    grants(latest: $latest) @skip(if: $ofGrant) {
      ...Agreement
    }
    grant(id: $grant) @include(if: $ofGrant) {
      ...Agreement
    }
  }
  fragment Agreement on Grant {
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
      rule {
        basis
        span
        spread
      }
      cost {
        cents
        currency
      }
    }
    ...GrantTerms
  }
`);

interface Props {
  /** The grant that the page is about; the latest of all where it is absent. */
  readonly grantId: string | undefined;
  /** How many grants there are in all. */
  readonly total: number;
}

/** What was agreed of each grant, what came in, and what its duos bore of the cost: the same as staff see. */
export function AgreementSection({ grantId, total }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const { data, error } = useQuery(AGREEMENTS, { variables: grantsAsked(grantId) });
  if (error !== undefined) return <ErrorState error={error} />;
  const grants = data?.grants ?? (data?.grant == null ? [] : [data.grant]);
  return (
    <Section
      title={intl.formatMessage({ id: 'agreement.title' })}
      about={intl.formatMessage({ id: 'agreement.about' })}
    >
      {grantId === undefined && data !== undefined && grants.length < total && (
        <p>
          <FormattedMessage id="agreement.latest" values={{ count: grants.length, total }} />
        </p>
      )}
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
