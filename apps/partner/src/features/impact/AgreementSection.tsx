import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { AgreementTerms } from './AgreementTerms.tsx';

const AGREEMENTS = graphql(`
  query Agreements {
    grants {
      id
      reference
      purpose
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
      conditions {
        id
        text
        measure
        target
        dueOn
        metOn
        progress {
          value
          asOf
          reached
        }
      }
      instalments {
        id
        dueOn
        amountCents
        receivedOn
      }
      deadlines {
        id
        dueOn
        text
        sentOn
      }
    }
  }
`);

/** What was agreed of each grant, what came in, and what its duos bore of the cost: the same as staff see. */
export function AgreementSection({ grantId }: { readonly grantId: string | undefined }) {
  const intl = useIntl();
  const format = useFormat();
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
          <h3>{grant.reference}</h3>
          {grant.purpose != null && <p>{grant.purpose}</p>}
          <p>
            <FormattedMessage
              id={grant.instalments.length === 0 ? 'agreement.amount' : 'agreement.received'}
              values={{
                received: format.money(grant.received.cents),
                amount: format.money(grant.amount.cents),
              }}
            />{' '}
            {grant.cost == null ? (
              <FormattedMessage id="agreement.costWithheld" />
            ) : (
              <FormattedMessage
                id="agreement.cost"
                values={{
                  cost: format.money(grant.cost.cost.cents, { exact: true }),
                  rule: grant.cost.ruleVersion,
                }}
              />
            )}
          </p>
          <AgreementTerms terms={grant} />
        </div>
      ))}
    </Section>
  );
}
