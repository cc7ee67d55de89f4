// Models that may run on this machine: what each is for, what its files are, and which of them are here.
import { z } from 'zod';

export const ModelRole = z.enum(['detector', 'transcriber', 'embedder', 'reader', 'writer']);
export type ModelRole = z.infer<typeof ModelRole>;

/** What runs a model's files. */
export const ModelEngine = z.enum(['transformers.js', 'whisper.cpp', 'tesseract', 'llama.cpp']);
export type ModelEngine = z.infer<typeof ModelEngine>;

/** The engines this version of Mirror has. A model of another one can be fetched and checked, and waits for its engine. */
export const ENGINES_HERE: ReadonlySet<ModelEngine> = new Set(['transformers.js', 'whisper.cpp', 'tesseract']);

/** A model's id is the name of its folder too, so it is as narrow as file names of every system. */
export const ModelId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*$/, 'an id has small letters, digits, dots and dashes')
  .brand('ModelId');
export type ModelId = z.infer<typeof ModelId>;

export const ModelFile = z.object({
  /** Inside the model's folder, with forward slashes. Never leads out of it, and never is a file of Mirror's own. */
  path: z
    .string()
    .max(200)
    .regex(/^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'a path inside the model')
    .refine((path) => !/(^|\/)mirror-|\.part(\.json)?$|\.(?=\/|$)/.test(path), 'a name that Mirror uses itself'),
  sizeBytes: z.int().min(0),
  /** Null where nobody has said it: then the model cannot be installed. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in small hexadecimal digits')
    .nullable(),
});
export type ModelFile = z.infer<typeof ModelFile>;

/** Where the files are published: a repository of a hub at one commit, so that they can never change. */
export const ModelOrigin = z.object({
  hub: z.enum(['huggingface', 'github']),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'owner/name'),
  revision: z.string().regex(/^[0-9a-f]{40}$/, 'a whole commit'),
});
export type ModelOrigin = z.infer<typeof ModelOrigin>;

export const ModelEntry = z.object({
  id: ModelId,
  title: z.string().min(1).max(120),
  role: ModelRole,
  engine: ModelEngine,
  /** What it is good for, for somebody who has to choose. */
  goodFor: z.string().min(1).max(300),
  /** Codes of ISO 639-1; "many" where it is trained on dozens. */
  languages: z.array(z.string().regex(/^([a-z]{2,3}|many)$/)).min(1),
  licence: z.string().min(1).max(200),
  /** Memory while it runs: an estimate by the size of its files, not measured. */
  memoryBytes: z.int().min(0),
  origin: ModelOrigin,
  /** Who says what the sizes and checksums are. */
  checksumsFrom: z.string().min(1),
  files: z
    .array(ModelFile)
    .min(1)
    .refine((files) => new Set(files.map(({ path }) => path.toLowerCase())).size === files.length, 'each file once'),
});
export type ModelEntry = z.infer<typeof ModelEntry>;

export const ModelCatalog = z.object({
  schema: z.literal('mirror-models/1'),
  models: z
    .array(ModelEntry)
    .refine((models) => new Set(models.map(({ id }) => id)).size === models.length, 'each id once'),
});
export type ModelCatalog = z.infer<typeof ModelCatalog>;

export const ModelState = z.enum(['absent', 'partial', 'installed', 'damaged']);
export type ModelState = z.infer<typeof ModelState>;

/** A model of the catalog, and how it stands on this machine. */
export const ModelStatus = z.object({
  model: ModelEntry,
  state: ModelState,
  /** Whether this version of Mirror has the engine it needs. */
  hasEngine: z.boolean(),
  sizeBytes: z.int(),
  /** Of its files: all when it is installed, what has come so far when a download broke off. */
  hereBytes: z.int(),
  /** Why it cannot be installed; null when it can. */
  refused: z.string().nullable(),
});
export type ModelStatus = z.infer<typeof ModelStatus>;

export const sizeOf = (model: ModelEntry): number => model.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
