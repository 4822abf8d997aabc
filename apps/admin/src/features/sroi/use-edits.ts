import { hashOf } from '@tandem/ui/client';
import { useState } from 'react';
import { SROI_VERSION, type Version } from './sroi.queries.ts';

/** What was typed over a version, with the steps back; kept in the browser until it is saved. */
export interface Edits {
  readonly draft: Version;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (draft: Version) => void;
  /** The same as a step of its own, however soon after and before others. */
  readonly changeAtOnce: (draft: Version) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Lets go of all that was typed. */
  readonly clear: () => void;
}

interface Typed {
  readonly past: readonly Version[];
  readonly draft: Version;
  readonly future: readonly Version[];
}

/** Keystrokes that lie closer together are one step. */
const STEP_MILLISECONDS = 700;
const MOST_STEPS = 100;
/** What was kept by a page that asked for other fields is another thing than a version of today, and is not taken up. */
const SHAPE = hashOf(SROI_VERSION);

/** Edits of a version; what another page load typed over the same version is taken up again. */
export function useEdits(saved: Version): Edits {
  const key = `tandem.draft.sroi.${SHAPE}.${saved.id}`;
  const [typed, setTyped] = useState(() => keptOver(saved, key));
  const [last, setLast] = useState(-Infinity);
  const keep = (next: Typed | undefined) => {
    setTyped(next);
    if (next === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next.draft));
  };
  const draft = typed?.draft ?? saved;
  const { past, future } = typed ?? { past: [], future: [] };
  const withStep = [...past, draft].slice(-MOST_STEPS);
  return {
    draft,
    dirty: typed !== undefined && typed.draft !== saved,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: (next) => {
      const now = performance.now();
      const sameStep = past.length > 0 && now - last < STEP_MILLISECONDS;
      setLast(now);
      keep({ past: sameStep ? past : withStep, draft: next, future: [] });
    },
    changeAtOnce: (next) => {
      setLast(-Infinity);
      keep({ past: withStep, draft: next, future: [] });
    },
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      setLast(-Infinity);
      keep({ past: past.slice(0, -1), draft: before, future: [draft, ...future] });
    },
    redo: () => {
      const [after] = future;
      if (after !== undefined) keep({ past: [...past, draft], draft: after, future: future.slice(1) });
    },
    clear: () => keep(undefined),
  };
}

/** What was typed over this version of the draft, and not over one that somebody changed since. */
function keptOver(saved: Version, key: string): Typed | undefined {
  const kept = sessionStorage.getItem(key);
  if (kept === null || !saved.viewerCanEdit) return undefined;
  try {
    const draft = JSON.parse(kept) as Version;
    return draft.version === saved.version ? { past: [saved], draft, future: [] } : undefined;
  } catch {
    return undefined;
  }
}
