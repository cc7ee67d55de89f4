// Opens the window: connects once, then draws.
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createRecorderModel } from './capture/create-recorder-model.ts';
import { connect } from './client.ts';
import { findDesktop } from './desktop/bridge.ts';
import { createDesktopModel } from './desktop/create-desktop-model.ts';

const root = document.getElementById('root');
if (root) {
  const connection = connect();
  const found = findDesktop();
  const desktop = found && createDesktopModel(found);
  const recorder = createRecorderModel(connection, { pickSource: desktop?.pickSource });
  createRoot(root).render(<App connection={connection} recorder={recorder} desktop={desktop} />);
}
