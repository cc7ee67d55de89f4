import { createPlainFiles } from './plain-files.ts';
import { describeFiles } from './workspace-files.case.ts';

describeFiles('plain files', createPlainFiles);
