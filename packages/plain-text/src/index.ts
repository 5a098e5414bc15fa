export { charactersOf, isPlainLine, isPlainText, isSeen } from './plain-text.ts';
