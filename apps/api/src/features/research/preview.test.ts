import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { keyOf, kit } from '../../../test/research-kit.ts';
import { serve } from '../../../test/serve.ts';
import { contextOf, viewerWith } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { ACCOUNT_LIMITS } from '../../http/limits.ts';

const PREVIEW = '{ researchPreview(choice: {columns: ["mentee_gender"]}) { rows } }';

/** Asks for a preview as somebody of whom it is looked whether they are still there. */
function preview(isAbandoned: () => boolean) {
  const contextValue = { ...contextOf(kit, viewerWith('ANALYST')), isAbandoned };
  return graphql({ schema: kit.schema, source: PREVIEW, contextValue }).finally(() => finish(contextValue));
}

describe('previews of data sets', () => {
  test('are looked at one after the other', async () => {
    const looked: number[] = [];
    const answers = await Promise.all(
      [0, 1, 2, 3].map((place) => preview(() => (looked.push(place), false))),
    );
    expect(answers.map(({ data, errors }) => [data?.['researchPreview'], errors])).toEqual(
      answers.map(() => [{ rows: 471 }, undefined]),
    );
    // Before it begins, and with each batch of rows.
    expect(looked).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test('that nobody waits for any more do not begin, or do not go on', async () => {
    const codeOf = async (answer: ReturnType<typeof preview>) =>
      (await answer).errors?.[0]?.extensions['code'];
    expect(await codeOf(preview(() => true))).toBe('ABANDONED');
    let asked = 0;
    expect(await codeOf(preview(() => (asked += 1) > 1))).toBe('ABANDONED');
    expect(asked).toBe(2);
    expect((await preview(() => false)).errors).toBeUndefined();
  });

  test('are limited for an account', async () => {
    const limited = await serve(kit, { limited: true });
    const ask = () =>
      fetch(`${limited.origin}/graphql`, {
        method: 'POST',
        headers: { ...keyOf('ANALYST'), 'content-type': 'application/json' },
        body: JSON.stringify({ query: PREVIEW }),
      });
    expect((await ask()).status).toBe(200);
    await kit.db.query(`update limit_window set spent = $1 where key like 'dataSetPreviews of %'`, [
      ACCOUNT_LIMITS.dataSetPreviews.points,
    ]);
    expect((await ask()).status).toBe(429);
    await limited.close();
  });
});
