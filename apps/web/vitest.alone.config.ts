import { studioTests } from './vitest.config.ts';

export default studioTests({ isAlone: true });
