// What every part of the desktop's shares: the desktop of this window; none in a browser.
import { createContext } from 'react';
import type { DesktopModel } from './create-desktop-model.ts';

export const DesktopContext = createContext<DesktopModel | undefined>(undefined);
