import { said, type Words } from './said.ts';
import type { CostCategory } from './vocabulary.ts';

/** How files and pasted rows say categories of cost; what people are shown in their language is among them. */
export const CATEGORY_WORDS: Words<CostCategory> = {
  SALARIES: said('salaires', 'lonen|salarissen', 'salaries'),
  RENT_AND_OFFICES: said('loyer et bureaux|loyer', 'huur en kantoren|huur', 'rent and offices|rent'),
  MENTOR_TRAINING: said('formation des mentors', 'opleiding van mentoren', 'mentor training'),
  COMMUNICATION: said('communication', 'communicatie', 'communication'),
  IT: said('informatique', 'ict', 'it'),
  OVERHEADS: said('frais généraux', 'algemene kosten', 'overheads'),
};
