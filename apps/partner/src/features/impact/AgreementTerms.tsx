import { addDays, daysBetween } from '@tandem/domain/calendar-day';
import { DAYS_NEAR } from '@tandem/domain/funding';
import { ConditionState } from '@tandem/ui/ConditionState';
import { measuredOf, useConditionWords } from '@tandem/ui/condition-words';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useViewer } from '@tandem/ui/viewer';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { AgreementsQuery } from '../../gql/graphql.ts';
import classes from './Impact.module.css';

type Terms = Pick<AgreementsQuery['grants'][number], 'conditions' | 'instalments' | 'deadlines'>;

/** The conditions, instalments and reports of a grant, each in a line that says who owes it to whom; nothing where nothing was written down. */
export function AgreementTerms({ terms: { conditions, instalments, deadlines } }: { readonly terms: Terms }) {
  const format = useFormat();
  return (
    <>
      <List title="agreement.conditions" about="agreement.conditionsAbout">
        {conditions.map((condition) => (
          <li key={condition.id}>
            <OneCondition condition={condition} />
          </li>
        ))}
      </List>
      <List title="agreement.instalments">
        {instalments.map(({ id, dueOn, amountCents, receivedOn }) => (
          <li key={id}>
            <FormattedMessage
              id={receivedOn == null ? 'agreement.instalmentDue' : 'agreement.instalmentReceived'}
              values={{
                amount: format.money(amountCents, { exact: true }),
                day: format.day(receivedOn ?? dueOn),
              }}
            />{' '}
            {receivedOn == null && <Waiting dueOn={dueOn} />}
          </li>
        ))}
      </List>
      <List title="agreement.reports">
        {deadlines.map(({ id, dueOn, text, sentOn }) => (
          <li key={id}>
            <FormattedMessage
              id={sentOn == null ? 'agreement.reportDue' : 'agreement.reportSent'}
              values={{ report: text, day: format.day(sentOn ?? dueOn) }}
            />{' '}
            {sentOn == null && <Waiting dueOn={dueOn} />}
          </li>
        ))}
      </List>
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly about?: string;
  readonly children: readonly ReactNode[];
}

function List({ title, about, children }: ListProps) {
  if (children.length === 0) return null;
  return (
    <div className={classes.terms}>
      <h4>
        <FormattedMessage id={title} />
      </h4>
      {about !== undefined && (
        <p>
          <FormattedMessage id={about} />
        </p>
      )}
      <ul>{children}</ul>
    </div>
  );
}

/** What was agreed, whether it is reached, and by which figure that is said. */
function OneCondition({ condition }: { readonly condition: Terms['conditions'][number] }) {
  const format = useFormat();
  const say = useConditionWords();
  const measured = measuredOf(condition);
  const { text, metOn, dueOn } = condition;
  if (measured !== undefined)
    return (
      <>
        {text} ({say.target(measured)}) <ConditionState condition={measured} />
      </>
    );
  return (
    <>
      {text}{' '}
      <Status tone={metOn == null ? 'neutral' : 'good'}>
        <FormattedMessage
          id={metOn == null ? 'agreement.notYet' : 'agreement.met'}
          values={{ day: metOn != null && format.day(metOn) }}
        />
      </Status>{' '}
      {metOn == null && <Waiting dueOn={dueOn} />}
    </>
  );
}

/** Of what is not done yet: whether its day, as the programme counts days, is over or near. */
function Waiting({ dueOn }: { readonly dueOn: string | null | undefined }) {
  const { today } = useViewer();
  if (dueOn == null || dueOn > addDays(today, DAYS_NEAR)) return null;
  const isOver = dueOn < today;
  return (
    <Status tone={isOver ? 'bad' : 'warn'}>
      <FormattedMessage
        id={isOver ? 'agreement.overdue' : 'agreement.dueSoon'}
        values={{ days: isOver ? daysBetween(dueOn, today) : daysBetween(today, dueOn) }}
      />
    </Status>
  );
}
