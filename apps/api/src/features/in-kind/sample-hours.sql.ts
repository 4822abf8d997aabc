import type { DataSource } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { InKindRateEntity } from './in-kind-rate.entity.ts';

/** What an hour of work costs in Belgium, as it was known on the day from which it holds. */
const RATES = [
  { fromDay: '2015-09-01', centsPerHour: 39_10, sourceYear: 2015 },
  { fromDay: '2017-01-01', centsPerHour: 39_20, sourceYear: 2016 },
];
const SOURCE = 'Eurostat, hourly labour costs in Belgium, whole economy';
const MOST_MINUTES = 1440;

/** The hours that companies gave through their mentors (those of their meetings, month by month, all approved) and the rates of an hour. */
export async function loadSampleHours(db: DataSource, by: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (await tx.exists(InKindRateEntity)) return;
    const madeAt = new Date();
    await tx.insert(
      InKindRateEntity,
      RATES.map((rate) => ({ id: newId(), ...rate, source: SOURCE, madeAt, madeBy: by })),
    );
    await tx.query(
      `insert into time_entry (volunteer_id, worked_on, minutes, activity, status)
       select volunteer.id, max(held_on), least(sum(minutes), ${MOST_MINUTES}), 'Accompagnement du duo', 'APPROVED'
       from meeting join duo on duo.id = meeting.duo_id join mentor on mentor.id = duo.mentor_id
       join volunteer on volunteer.person_id = mentor.person_id
       where meeting.removed_at is null group by volunteer.id, duo.id, date_trunc('month', held_on) order by 2, 1`,
    );
  });
}
