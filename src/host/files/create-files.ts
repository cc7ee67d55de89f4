// In: a workspace's folder, and its key where it is sealed. Out: the way in and out of its files.
import { deriveKey, type WorkspaceKey } from '../vault/workspace-key.ts';
import { createPlainFiles } from './plain-files.ts';
import { createSealedFiles } from './sealed-files.ts';
import type { FilesAccess, WorkspaceFiles } from './workspace-files.ts';

/** @param root of the workspace @param key undefined where it is plain */
export const createWorkspaceFiles = (root: string, key?: WorkspaceKey): WorkspaceFiles =>
  accessFiles({ root, key: key === undefined ? null : deriveKey(key, 'files') });

/** As whoever gave the access opens them. */
export const accessFiles = ({ root, key }: FilesAccess): WorkspaceFiles =>
  key === null ? createPlainFiles(root) : createSealedFiles(root, key);

/** Of files that belong to no workspace. */
export const OUTSIDE: WorkspaceFiles = createPlainFiles('/');
