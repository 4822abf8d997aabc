import { spreadOf } from '@tandem/metrics/sroi/spread';
import { answerQuestions } from '../../threads/thread.ts';

answerQuestions(spreadOf);
