import { spreadOf, type SpreadQuestion } from '@tandem/metrics/sroi/spread';

addEventListener('message', ({ data }: MessageEvent<SpreadQuestion>) => postMessage(spreadOf(data)));
