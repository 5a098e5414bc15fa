export { SpeechPanel } from './components/SpeechPanel.tsx';
