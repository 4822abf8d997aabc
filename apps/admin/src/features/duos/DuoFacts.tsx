import { useFormat } from '@tandem/ui/format';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { Duo } from './duo.queries.ts';
import { DuoCostFact } from './DuoCostFact.tsx';
import classes from './Duo.module.css';

/** The two people, who follows them, how much they met, who pays, and what it cost. */
export function DuoFacts({ duo }: { readonly duo: Duo }) {
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
  const { mentee, mentor } = duo;
  return (
    <aside className={classes.facts}>
      <section>
        <h2>
          <FormattedMessage id="person.mentee" />
        </h2>
        <Link to="/mentees/$id" params={{ id: mentee.id }}>
          {mentee.person.name}
        </Link>
        <small>
          {[mentee.reference, mentee.educationLevel && word('EducationLevel', mentee.educationLevel)]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {mentee.person.email != null && <a href={`mailto:${mentee.person.email}`}>{mentee.person.email}</a>}
      </section>
      <section>
        <h2>
          <FormattedMessage id="person.mentor" />
        </h2>
        <Link to="/mentors/$id" params={{ id: mentor.id }}>
          {mentor.person.name}
        </Link>
        <small>
          {[
            mentor.reference,
            mentor.sector && word('Sector', mentor.sector),
            mentor.workStatus && word('WorkStatus', mentor.workStatus),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {mentor.person.email != null && <a href={`mailto:${mentor.person.email}`}>{mentor.person.email}</a>}
      </section>
      <section>
        <h2>
          <FormattedMessage id="duos.column.coordinator" />
        </h2>
        {duo.coordinator?.name ?? '–'}
        <small>{duo.branch.name}</small>
      </section>
      <section>
        <h2>
          <FormattedMessage id="duo.meetings" />
        </h2>
        <FormattedMessage
          id="duo.meetingsSum"
          values={{ count: duo.meetingCount, hours: format.hours(duo.meetingMinutes) }}
        />
      </section>
      <section>
        <h2>
          <FormattedMessage id="duo.paidBy" />
        </h2>
        {duo.earmarks.length === 0 && <FormattedMessage id="duo.paidByNobody" />}
        {duo.earmarks.map(({ share, grant }) => (
          <div key={grant.id}>
            {grant.funder.name}
            <small>
              {grant.reference} · {format.percent(share)}
            </small>
          </div>
        ))}
      </section>
      {can('SEE_MONEY') && <DuoCostFact duoId={duo.id} reference={duo.reference} />}
    </aside>
  );
}
