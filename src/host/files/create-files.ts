// In: a workspace's folder and its key for files. Out: the way in and out of its files.
import { createPlainFiles } from './plain-files.ts';
import type { FilesAccess, WorkspaceFiles } from './workspace-files.ts';

/** @param root of the workspace */
export const createWorkspaceFiles = (root: string): WorkspaceFiles => createPlainFiles(root);

/** As whoever gave the access opens them. */
export const accessFiles = ({ root }: FilesAccess): WorkspaceFiles => createPlainFiles(root);

/** Of files that belong to no workspace. */
export const OUTSIDE: WorkspaceFiles = createPlainFiles('/');
