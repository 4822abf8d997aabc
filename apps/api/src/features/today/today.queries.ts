import type { Database } from '../../database/database.ts';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { ATTENTIONS, type Attention } from '@tandem/domain/vocabulary';
import type { Viewer } from '../../graphql/context.ts';
import { ATTENTION_SQL } from '../duos/attention.sql.ts';
import { DuoEntity } from '../duos/duo.entity.ts';

export interface AttentionCount {
  readonly attention: Attention;
  readonly count: number;
  readonly mine: number;
}

/** How many duos wait on that day for each reason, all of them and the viewer's own. */
export async function countAttentions(
  db: Database,
  viewer: Viewer,
  today: CalendarDay,
): Promise<AttentionCount[]> {
  const query = db
    .getRepository(DuoEntity)
    .createQueryBuilder('duo')
    .select([])
    .setParameters({ today, coordinator: viewer.coordinatorId });
  for (const code of ATTENTIONS) {
    query.addSelect(`count(*) filter (where ${ATTENTION_SQL[code]})`, `${code}_all`);
    query.addSelect(
      `count(*) filter (where ${ATTENTION_SQL[code]} and duo.coordinator_id = cast(:coordinator as uuid))`,
      `${code}_mine`,
    );
  }
  const row = await query.getRawOne<Record<string, number>>();
  return ATTENTIONS.map((attention) => ({
    attention,
    count: row?.[`${attention}_all`] ?? 0,
    mine: row?.[`${attention}_mine`] ?? 0,
  }));
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
