import type { KeyboardEvent } from 'react';

/** Where a key leads from a cell: to the right or left by columns, up or down by rows; undefined where the key is the cell's own. */
function stepOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: KeyboardEvent): [number, number] | undefined {
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement)) return undefined;
  const { selectionStart, selectionEnd, value } = target;
  const all = selectionStart === 0 && selectionEnd === value.length;
  switch (key) {
    case 'Enter':
      return [shiftKey ? -1 : 1, 0];
    case 'ArrowDown':
      return [1, 0];
    case 'ArrowUp':
      return [-1, 0];
    // Within a number that is being corrected, arrows move the caret.
    case 'ArrowRight':
      return !shiftKey && (all || selectionStart === value.length) ? [0, 1] : undefined;
    case 'ArrowLeft':
      return !shiftKey && (all || selectionEnd === 0) ? [0, -1] : undefined;
    default:
      return undefined;
  }
}

/** Moves the focus from cell to cell of a table whose inputs each stand in a td, and selects what the next one holds. */
export function moveByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const step = stepOf(event);
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const line = cell?.closest('tr');
  if (step === undefined || cell === null || line == null) return;
  const rows = [...event.currentTarget.querySelectorAll('tr')].filter((row) => row.querySelector('input'));
  const at = rows.indexOf(line);
  const [down, right] = step;
  for (let row = at + down, column = cell.cellIndex + right; ; row += down, column += right) {
    const next = rows[row]?.cells[column];
    if (next === undefined) return;
    const input = next.querySelector('input');
    if (input === null) continue;
    event.preventDefault();
    input.focus();
    input.select();
    return;
  }
}
