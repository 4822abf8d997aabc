import type { About } from '@tandem/ui/about';
import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useTermColumns } from '@tandem/ui/term-columns';
import { useViewer } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AgreementFragment } from '../../gql/graphql.ts';
import classes from './Impact.module.css';

/** The conditions, instalments and reports of a grant, each with who owes it to whom; nothing where nothing was written down. */
export function AgreementTerms({ grant }: { readonly grant: AgreementFragment }) {
  const intl = useIntl();
  const { today } = useViewer();
  const columns = useTermColumns({ grant, reader: 'funder' });
  const about = { scope: grant.reference, asOf: today };
  return (
    <>
      <Terms
        kind="conditions"
        columns={columns.conditions}
        rows={grant.conditions}
        about={{ ...about, definition: intl.formatMessage({ id: 'term.conditionsAbout' }) }}
      />
      <Terms kind="instalments" columns={columns.instalments} rows={grant.instalments} about={about} />
      <Terms kind="reports" columns={columns.deadlines} rows={grant.deadlines} about={about} />
    </>
  );
}

interface Props<Row> {
  readonly kind: 'conditions' | 'instalments' | 'reports';
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly about: About;
}

function Terms<Row extends { readonly id: string }>({ kind, columns, rows, about }: Props<Row>) {
  const intl = useIntl();
  if (rows.length === 0) return null;
  const title = intl.formatMessage({ id: `agreement.${kind}` });
  return (
    <div className={classes.terms}>
      <h4>{title}</h4>
      {kind === 'conditions' && (
        <p>
          <FormattedMessage id="term.conditionsAbout" />
        </p>
      )}
      <FiledTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        fileName={`grant-${kind}`}
        about={about}
      />
    </div>
  );
}
