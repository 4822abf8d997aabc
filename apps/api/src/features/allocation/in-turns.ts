import { setImmediate } from 'node:timers/promises';

/** So long others are kept waiting: a large programme has many millions of parts. */
const TURN_MILLISECONDS = 50;
/** So many are told before the clock is looked at. */
const AT_ONCE = 5000;

/** Tells what is made one after the other some at a time, and lets other requests go on in between. */
export async function* inTurns<One>(all: Iterable<One>): AsyncGenerator<readonly One[]> {
  let turn = performance.now();
  let some: One[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
    if (performance.now() - turn < TURN_MILLISECONDS) continue;
    await setImmediate();
    turn = performance.now();
  }
  yield some;
}
