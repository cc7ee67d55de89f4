// Opens the window: connects once, then draws.
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './client.ts';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App connection={connect()} />);
