// In: the package this runs from. Out: its version.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { appFile } from './programs/programs.ts';

const Package = z.object({ version: z.string() });

export const VERSION = Package.parse(JSON.parse(readFileSync(appFile('package.json'), 'utf8'))).version;
