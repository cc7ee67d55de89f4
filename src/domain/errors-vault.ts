// Expected failures of a sealed workspace: its key, its keystore, and writing it anew in another form.
import type { ErrorText } from './error-text.ts';

export const VAULT = {
  'vault/locked': {
    title: 'The workspace is sealed and locked',
    hint: 'Open it with its passphrase or recovery key, in the app or with MIRROR_PASSPHRASE on the terminal.',
  },
  'vault/wrong-key': {
    title: 'This passphrase or recovery key does not open the workspace',
    hint: 'Check capitals and the keyboard, or use the other of the two.',
  },
  'vault/recovery-slip': {
    title: 'Group {group} of the recovery key has a slip',
    hint: 'Compare its five characters with what was written down.',
  },
  'vault/short-passphrase': {
    title: 'This passphrase is too short to keep anybody out',
    hint: 'Use at least {least} characters; four words or more are easy to remember.',
  },
  'vault/last-slot': {
    title: 'Nobody could open the workspace any more',
    hint: 'Set a passphrase or make a recovery key first.',
  },
  'vault/keystore': {
    title: 'The keystore of this system does not give the key ({detail})',
    hint: 'Use the passphrase or the recovery key.',
  },
  'vault/damaged': {
    title: '{path}: the file of the keys cannot be used ({detail})',
    hint: 'Put vault.json back from a copy of the workspace or out of a backup (`mirror restore`); nothing was changed.',
  },
  'vault/newer': { title: '{path}: a newer Mirror sealed this workspace', hint: 'Update Mirror to open it.' },
  'vault/missing': {
    title: '{path}: the database is sealed, and the file of its keys is gone',
    hint: 'Put vault.json back from a copy of the workspace, or restore a backup.',
  },
  'vault/already': { title: 'The workspace is {form} already', hint: 'Nothing was changed.' },
  'vault/not-sealed': {
    title: 'The workspace is not sealed',
    hint: 'Seal it with `mirror vault seal`, or in the settings.',
  },
  'vault/no-room': {
    title: 'The disk has no room to write the workspace anew ({missing} more is needed)',
    hint: 'Free some space; what is there stays until the new one is whole.',
  },
  'vault/kept-damaged': {
    title: '{file}: this earlier database cannot be read',
    hint: 'Move it out of the workspace, or remove it; it is only kept in case.',
  },
  'vault/moving': { title: 'The workspace is being written anew', hint: 'Wait until it is done.' },
  'vault/recording': { title: 'A recording is under way', hint: 'Stop it first.' },
  'vault/not-here': {
    title: 'This Mirror cannot write the workspace anew',
    hint: 'Use `mirror vault` on the terminal while no app has it open.',
  },
  'vault/other-key': {
    title: '{file}: this backup is sealed under another key than the workspace',
    hint: 'Restore it into a folder of its own with --workspace.',
  },
  'vault/no-passphrase': {
    title: 'There is nobody to ask for a new passphrase',
    hint: 'Run it in a terminal, or set MIRROR_NEW_PASSPHRASE or MIRROR_NEW_PASSPHRASE_FILE.',
  },
  'vault/typed-differently': { title: 'The two passphrases differ', hint: 'Nothing was changed; run it again.' },
  'vault/secret-unreadable': {
    title: '{from} gives no passphrase ({detail})',
    hint: 'It must hold the passphrase or the recovery key in its first line.',
  },
} as const satisfies Record<string, ErrorText>;
