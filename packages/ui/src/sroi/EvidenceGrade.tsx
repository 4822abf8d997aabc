import type { EvidenceGrade as Grade } from '@tandem/domain/vocabulary';
import { Status, type Tone } from '../feedback/Status.tsx';
import { useWords } from '../i18n/words.ts';

const TONES: Readonly<Record<Grade, Tone>> = {
  MEASURED: 'good',
  PUBLISHED: 'info',
  ESTIMATED: 'warn',
  ASSUMED: 'bad',
};

/** How well a row of a value map is founded, in a word and a colour. */
export function EvidenceGrade({ grade }: { readonly grade: Grade }) {
  const { word } = useWords();
  return <Status tone={TONES[grade]}>{word('EvidenceGrade', grade)}</Status>;
}
