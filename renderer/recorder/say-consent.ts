// In: what will be recorded. Out: the words a person agrees to, which the recording keeps.

export interface ConsentFacts {
  readonly screens: readonly string[];
  readonly microphone: string | undefined;
  readonly hasComputerSound: boolean;
  /** The windows in use are watched, or may be. */
  readonly watchesWindows: boolean;
  /** How many things are never recorded. */
  readonly exclusions: number;
  /** The folder of the workspace, where it is known. */
  readonly workspace: string | undefined;
}

export interface ConsentLine {
  readonly title: string;
  readonly text: string;
}

/** Three lines: what is recorded, where it stays, who can see it. Each is true of this very recording. */
export function sayConsent(facts: ConsentFacts): readonly ConsentLine[] {
  const place = facts.workspace ? ` (${facts.workspace})` : '';
  return [
    { title: 'What is recorded', text: sayWhat(facts) },
    {
      title: 'Where it stays',
      text: `In the workspace on this machine${place}. Recording sends nothing anywhere and needs no account.`,
    },
    {
      title: 'Who can see it',
      text: 'Whoever can open this workspace. You can pause at any time, discard the recording while it runs, and remove it later. If other people are heard or shown, ask them first.',
    },
  ];
}

/** The same as one text, to be kept with the recording. */
export const joinConsent = (lines: readonly ConsentLine[]): string =>
  lines.map(({ title, text }) => `${title}: ${text}`).join('\n');

function sayWhat({ screens, microphone, hasComputerSound, watchesWindows, exclusions }: ConsentFacts): string {
  const things = [
    screens.length > 0 ? `the picture of ${joinWords(screens)}` : '',
    microphone ? 'your voice' : '',
    hasComputerSound ? "the computer's sound" : '',
    watchesWindows ? 'which windows you use, and how much you click and type, never what you type' : '',
  ].filter((thing) => thing !== '');
  if (things.length === 0) return 'Nothing yet: choose a screen or a microphone.';
  const rules = exclusions > 0 && watchesWindows ? ' What you have excluded is left out.' : '';
  return `From the start until you stop: ${joinWords(things)}.${rules}`;
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
