import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, widthOf } from './text.tsx';

test('no line is wider than its place, and nothing is lost but behind an ellipsis', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, unit: fc.constantFrom(...'abcmWIL1é-') }), { minLength: 1 }),
      fc.integer({ min: 40, max: 400 }),
      (words, width) => {
        const text = words.join(' ');
        const lines = linesOf(text, width, 12, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width);
        const whole = lines.every((line) => !line.endsWith('…'));
        expect(whole ? lines.join(' ') : text).toBe(text);
      },
    ),
  );
});
