export { Balance } from './components/Balance.tsx';
export { useCreditWords } from './hooks/useCreditWords.ts';
export { useMe } from './hooks/useMe.ts';
export { formatCredits } from './model/credit-words.ts';
