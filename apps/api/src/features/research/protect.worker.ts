import { protect } from '@tandem/metrics/research/withhold';
import { answerQuestions } from '../../threads/thread.ts';

answerQuestions(protect);
