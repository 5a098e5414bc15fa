export { AccountPage } from './AccountPage.tsx';
export { useAccount } from './hooks/useAccount.ts';
export { PersonFrame } from './components/PersonFrame.tsx';
export { isReachable } from './model/reachable.ts';
export { Part } from './components/Part.tsx';
export { useChange } from './hooks/useChange.ts';
