import { suppress } from '@tandem/metrics/disclosure/suppress';
import { answerQuestions } from '../../threads/thread.ts';

answerQuestions(suppress);
