import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { buildSchema } from 'graphql';
import { createRoot } from 'react-dom/client';
import { Explorer } from './Explorer.tsx';
import { words } from './words.ts';

async function open(root: HTMLElement): Promise<void> {
  const response = await fetch('/graphql/schema.graphql');
  if (!response.ok) throw new Error(`The schema was answered with ${response.status}.`);
  createRoot(root).render(<Explorer schema={buildSchema(await response.text())} />);
}

const root = document.getElementById('root');
if (root) {
  document.documentElement.lang = navigator.language.startsWith('ko') ? 'ko' : 'en';
  open(root).catch((error: unknown) => {
    console.error(error);
    root.textContent = words.failed;
  });
}
