import { parentPort, Worker } from 'node:worker_threads';

/*
 * What takes a processor for long, in one go, is done in a thread of its own, so that other requests are answered meanwhile. The
 * thread stays for the next question and does not keep the process from ending.
 */

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}
interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}
interface Answered<Answer> {
  readonly id: number;
  readonly answer: Answer;
}

/** A thread that answers one question after the other. */
export interface Thread<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  /** Ends the thread, whatever it is at: who waits for it, or asks it later, is told so. */
  readonly end: () => Promise<void>;
}

/** A thread of the file of this name beside a module, which calls `answerQuestions`; `doing` names it where it has ended. */
export function makeThread<Question, Answer>(
  file: string,
  beside: string,
  doing: string,
): Thread<Question, Answer> {
  let worker: Worker | undefined;
  let hasEnded = false;
  let asked = 0;
  const waiting = new Map<number, Waiting<Answer>>();
  const ended = () => new Error(`${doing} has ended`);
  const rejectAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // From sources while testing, built otherwise.
    const extension = beside.slice(beside.lastIndexOf('.'));
    const thread = new Worker(new URL(`./${file}${extension}`, beside));
    thread.on('message', ({ id, answer }: Answered<Answer>) => {
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
      if (waiting.size === 0) thread.unref();
    });
    thread.on('error', (error) => {
      worker = undefined;
      rejectAll(error);
    });
    return thread;
  };
  return {
    ask: (question) => {
      if (hasEnded) return Promise.reject(ended());
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        const thread = (worker ??= start());
        thread.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
        thread.postMessage({ id, question } satisfies Asked<Question>);
      });
    },
    end: async () => {
      hasEnded = true;
      rejectAll(ended());
      await worker?.terminate();
    },
  };
}

/** The other side of it: called in the thread. */
export function answerQuestions(answerOf: (question: never) => unknown): void {
  parentPort?.on('message', async ({ id, question }: Asked<never>) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
    parentPort?.postMessage({ id, answer: await answerOf(question) } satisfies Answered<unknown>);
  });
}
