import { useEffect, useRef, useState } from 'react';
import type { Spread } from './steps.ts';

/**
 * What a worker answers to the latest question of how a ratio is spread, so that the page never waits for the draws. While it works,
 * the former answer stays, and of the questions that come meanwhile only the last one is asked. Undefined where nothing is asked.
 */
export function useSpread(makeWorker: () => Worker, question: object | undefined): Spread | undefined {
  const [answer, setAnswer] = useState<Spread | null>(null);
  const worker = useRef<Worker>(undefined);
  const waiting = useRef<object>(undefined);
  const busy = useRef(false);
  useEffect(() => {
    const own = makeWorker();
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<Spread | null>) => {
      setAnswer(data);
      const next = waiting.current;
      waiting.current = undefined;
      busy.current = next !== undefined;
      if (next !== undefined) send(own, next);
    });
    return () => {
      own.terminate();
      worker.current = undefined;
      busy.current = false;
    };
  }, [makeWorker]);
  useEffect(() => {
    if (question === undefined || worker.current === undefined) return;
    if (busy.current) waiting.current = question;
    else {
      busy.current = true;
      send(worker.current, question);
    }
  }, [question]);
  return question === undefined || answer === null ? undefined : answer;
}

function send(worker: Worker, question: object): void {
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(question);
}
