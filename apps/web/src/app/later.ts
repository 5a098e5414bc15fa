// What no first paint waits for.

// Which letters lie in which file of the font: the half of all styles.
import '@modu/ui/type.css';
import { keepFocus } from '../lib/focus/keep-focus.ts';

keepFocus();
