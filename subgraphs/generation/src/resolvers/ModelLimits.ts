import { BATCH_MAX } from '../domain/request.ts';

export const ModelLimits = { batchMax: () => BATCH_MAX };
