// What the desktop does for its window beside the API: a handful of abilities, each by its name with one value, and news.
import { z } from 'zod';
import { ExclusionRule, MarkKind } from './capture.ts';

/** A screen or window that can be recorded, as the desktop's own picker shows it. */
export const ScreenSource = z.object({
  id: z.string().min(1).max(200),
  kind: z.enum(['screen', 'window']),
  name: z.string(),
  /** A small JPEG as a data: address; null where it might show what must not be recorded. */
  thumbnail: z.string().nullable(),
  /** The rule it falls under; it cannot be chosen then. */
  excludedBy: ExclusionRule.nullable(),
});
export type ScreenSource = z.infer<typeof ScreenSource>;

export const PermissionKind = z.enum(['screen', 'microphone', 'input']);
export type PermissionKind = z.infer<typeof PermissionKind>;

/** What the system lets Mirror do. `reopen`: it was allowed, and counts once Mirror was quit and opened again. */
export const SystemPermission = z.object({
  kind: PermissionKind,
  state: z.enum(['granted', 'reopen', 'denied', 'not-asked', 'restricted']),
});
export type SystemPermission = z.infer<typeof SystemPermission>;

/** What people see of a recording while they look at other programs. */
export const RecordingSign = z.object({
  state: z.enum(['idle', 'recording', 'paused', 'problem']),
  /** "Recording 2:13 – customer onboarding" */
  words: z.string().max(300),
});
export type RecordingSign = z.infer<typeof RecordingSign>;

/** Keys that set a mark whichever program has the focus. */
export const MarkKey = z.object({
  kind: MarkKind.exclude(['excluded', 'included']),
  /** As Electron writes it: "CommandOrControl+Alt+Shift+D". */
  accelerator: z.string(),
  /** Another program has it. */
  isTaken: z.boolean(),
});
export type MarkKey = z.infer<typeof MarkKey>;

/** Who asks which screen is meant: Mirror's window, the system when asked for a picture, or its portal when asked for sources. */
export const PickerKind = z.enum(['own', 'system', 'portal']);
export type PickerKind = z.infer<typeof PickerKind>;

const Nothing = z.null();

/** The only calls that a window can make into the desktop. What is not written here is refused. */
export const ABILITIES = {
  /** Asks for a port to the core; it comes as a message. Starts a core that is not running at once. */
  connect: { input: Nothing, output: Nothing },
  describe: { input: Nothing, output: z.object({ platform: z.string(), picker: PickerKind }) },
  listSources: { input: z.strictObject({ rules: z.array(ExclusionRule).max(200) }), output: z.array(ScreenSource) },
  /** For the next recording of a screen that this window asks for. */
  chooseSource: { input: z.strictObject({ id: ScreenSource.shape.id }), output: Nothing },
  listPermissions: { input: Nothing, output: z.array(SystemPermission) },
  /** Has the system ask, where it does. */
  askPermission: { input: z.strictObject({ kind: PermissionKind }), output: z.array(SystemPermission) },
  openSettings: { input: z.strictObject({ kind: PermissionKind }), output: Nothing },
  /** Quits Mirror and opens it again. */
  reopen: { input: Nothing, output: Nothing },
  /** Shows the workspace's folder, or the file saved last, in the system's own program for files. */
  reveal: { input: z.strictObject({ what: z.enum(['workspace', 'saved']) }), output: Nothing },
  notify: {
    input: z.strictObject({ title: z.string().min(1).max(80), body: z.string().max(240) }),
    output: Nothing,
  },
  showRecording: { input: RecordingSign.strict(), output: z.array(MarkKey) },
  /** Asks a person for a folder, and opens the workspace in it. False where they took none. */
  openWorkspace: { input: Nothing, output: z.boolean() },
} as const satisfies Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

export type AbilityName = keyof typeof ABILITIES;
export type AbilityInput<Name extends AbilityName> = z.infer<(typeof ABILITIES)[Name]['input']>;
export type AbilityOutput<Name extends AbilityName> = z.infer<(typeof ABILITIES)[Name]['output']>;

/** What the desktop tells its window unasked. */
export type DesktopNews =
  | { readonly kind: 'power'; readonly what: PowerChange }
  | { readonly kind: 'mark'; readonly mark: MarkKey['kind'] }
  /** From the tray's menu. */
  | { readonly kind: 'act'; readonly act: 'toggle-pause' | 'stop' }
  | { readonly kind: 'core'; readonly core: CoreState };

export type PowerChange = 'suspend' | 'resume' | 'lock' | 'unlock' | 'display';

/** `failed`: it cannot open the workspace, and says why; nothing is tried again by itself. */
export type CoreState =
  | { readonly state: 'starting' | 'open' }
  | { readonly state: 'failed'; readonly title: string; readonly hint: string };

/** As the preload script puts it into the window, under `mirrorDesktop`. */
export interface DesktopBridge {
  ask(name: string, input: unknown): Promise<unknown>;
  /** Returns what ends it. */
  listen(onNews: (news: DesktopNews) => void): () => void;
}
