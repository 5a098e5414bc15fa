export { Balance } from './components/Balance.tsx';
export { useCreditWords } from './hooks/useCreditWords.ts';
export { useMe } from './hooks/useMe.ts';
