import type { Database } from '../../database/database.ts';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { ATTENTIONS, type Attention } from '@tandem/domain/vocabulary';
import type { Viewer } from '../../graphql/context.ts';
import { ATTENTION_SQL } from '../duos/attention.sql.ts';
import { DuoEntity } from '../duos/duo.entity.ts';

export interface AttentionCount {
  readonly attention: Attention;
  /** Up to MOST_COUNTED. */
  readonly count: number;
  readonly hasMoreThanCount: boolean;
  readonly mine: number;
}

/** Whose many duos wait needs no exact number: to look at each costs more than the rest of the page. */
export const MOST_COUNTED = 1000;

/** How many duos wait on that day for each reason, all of them and the viewer's own. */
export async function countAttentions(
  db: Database,
  viewer: Viewer,
  today: CalendarDay,
): Promise<AttentionCount[]> {
  // Each count by itself: together they would look at every duo that there ever was.
  const query = db
    .getRepository(DuoEntity)
    .manager.createQueryBuilder()
    .select([])
    .from('(select)', 'counts')
    .setParameters({ today, coordinator: viewer.coordinatorId });
  for (const code of ATTENTIONS) {
    const duos = `from duo where ${ATTENTION_SQL[code]}`;
    query.addSelect(
      `(select count(*) from (select ${duos} limit ${MOST_COUNTED + 1}) as waiting)`,
      `${code}_all`,
    );
    query.addSelect(
      `(select count(*) ${duos} and duo.coordinator_id = cast(:coordinator as uuid))`,
      `${code}_mine`,
    );
  }
  const row = await query.getRawOne<Record<string, number>>();
  return ATTENTIONS.map((attention) => {
    const all = row?.[`${attention}_all`] ?? 0;
    return {
      attention,
      count: Math.min(all, MOST_COUNTED),
      hasMoreThanCount: all > MOST_COUNTED,
      mine: row?.[`${attention}_mine`] ?? 0,
    };
  });
}

export async function countActiveDuos(db: Database, viewer: Viewer): Promise<{ all: number; mine: number }> {
  const [row]: { all: number; mine: number }[] = await db.query(
    'select count(*) as all, count(*) filter (where coordinator_id = $1) as mine from duo where closed_on is null',
    [viewer.coordinatorId],
  );
  return row ?? { all: 0, mine: 0 };
}

export async function countHoursToApprove(db: Database): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select count(*) from time_entry where status = 'SUBMITTED' and removed_at is null`,
  );
  return row?.count ?? 0;
}
