export { AccountPage } from './AccountPage.tsx';
export { Portrait } from './components/Portrait.tsx';
export { avatarSource } from './hooks/useAvatar.ts';
export { useAccount } from './hooks/useAccount.ts';
export { PersonFrame } from './components/PersonFrame.tsx';
export { Part } from './components/Part.tsx';
export { useChange } from './hooks/useChange.ts';
