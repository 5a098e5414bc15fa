export { LanguageChoice } from './components/LanguageChoice.tsx';
export { ThemeChoice } from './components/ThemeChoice.tsx';
export { SignProblem } from './components/SignProblem.tsx';
export { passwordProblem } from './model/credentials.ts';
export { returnPath } from './model/return-path.ts';
export { CodeField } from './components/CodeField.tsx';
export { EmailField, PasswordField } from './components/CredentialFields.tsx';
