// Opens the window: connects once, then draws.
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createRecorderModel } from './capture/create-recorder-model.ts';
import { connect } from './client.ts';

const root = document.getElementById('root');
if (root) {
  const connection = connect();
  createRoot(root).render(<App connection={connection} recorder={createRecorderModel(connection)} />);
}
