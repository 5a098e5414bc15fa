export { isPlainLine, isPlainText, isSeen } from './plain-text.ts';
