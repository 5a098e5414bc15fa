export { pefProblems } from './pef/check-pef.ts';
