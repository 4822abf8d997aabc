import { useEffect, useReducer } from 'react';
import type { z } from 'zod';
import { readAuth, type AuthProblem } from '../session/auth-client.ts';

interface Read<Answer> {
  readonly answer?: Answer;
  /** Why there is no answer, or none that is newer. */
  readonly problem?: AuthProblem | undefined;
}

/** What is read below /auth, and how to read it again. */
export function useAnswer<Answer>(schema: z.ZodType<Answer>, path: string) {
  const [read, take] = useReducer(
    (before: Read<Answer>, next: Read<Answer>): Read<Answer> => ({ ...before, problem: undefined, ...next }),
    {},
  );
  useEffect(() => {
    let current = true;
    void readAuth(schema, path).then((answered) => {
      if (current) take(answered);
    });
    return () => {
      current = false;
    };
  }, [schema, path]);
  return { ...read, readAgain: () => void readAuth(schema, path).then(take) };
}
