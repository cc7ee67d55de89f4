// Every column of text with what can stand in it. A column without an entry fails the test: somebody must have thought of it.

/**
 * `words` and `title` are cleaned by the workspace's rules before they are stored; a title is short and shown in lists.
 * The others are not, each for the reason given.
 */
export const REDACTION_CLASSES = {
  words: 'what was said, read or written',
  title: 'what something is called, by a person, a file or a window',
  name: 'not cleaned: who or what it is, as a person typed it to find it again by',
  derived: 'not cleaned: made of what was cleaned, and of event logs',
  code: 'not cleaned: ids, paths, hashes, kinds and states, made by Mirror; nobody writes into it',
  settings: 'not cleaned: what a person set, the rules themselves among it',
} as const;

export type RedactionClass = keyof typeof REDACTION_CLASSES;

/** By table, then column, as the database calls them. */
export const TEXT_COLUMNS: Readonly<Record<string, Readonly<Record<string, RedactionClass>>>> = {
  approvals: { id: 'code', process_id: 'code', name: 'name', scope: 'derived', measured: 'derived' },
  withdrawals: { approval_id: 'code' },
  pieces: { recording_id: 'code', track: 'code', cause: 'code', path: 'code', sha256: 'code' },
  receipts: { recording_id: 'code', body: 'words' },
  corrections: {
    id: 'code',
    process_id: 'code',
    recording_id: 'code',
    command: 'words',
    inverse: 'code',
    undone_by: 'code',
  },
  extractions: { recording_id: 'code', warnings: 'derived' },
  steps: {
    ...element(),
    label: 'derived',
    verb: 'derived',
    object: 'derived',
    actor: 'derived',
    system: 'derived',
    artifact: 'derived',
    done_when: 'derived',
  },
  elements: {
    ...element(),
    kind: 'code',
    label: 'derived',
    from_name: 'derived',
    to_name: 'derived',
    duration: 'derived',
    cause: 'derived',
    body: 'derived',
  },
  graphs: { process_id: 'code', body: 'derived', notes: 'derived' },
  activities: { ...part(), label: 'derived' },
  transitions: { ...part(), source_id: 'code', target_id: 'code' },
  findings: { ...part(), kind: 'code', label: 'derived', status: 'code' },
  event_logs: {
    id: 'code',
    process_id: 'code',
    name: 'title',
    format: 'code',
    sha256: 'code',
    path: 'code',
    warnings: 'words',
  },
  log_columns: { log_id: 'code', name: 'code', dtype: 'code' },
  processes: { id: 'code', name: 'name', owner: 'name', description: 'words' },
  recordings: {
    id: 'code',
    process_id: 'code',
    title: 'title',
    actor: 'name',
    role: 'name',
    language: 'code',
    state: 'code',
    problem: 'words',
    time_zone: 'code',
    transcript_by: 'code',
  },
  tracks: { id: 'code', recording_id: 'code', kind: 'code', path: 'code', mime_type: 'code', sha256: 'code' },
  transcript_segments: { recording_id: 'code', text: 'words', speaker: 'title' },
  ui_events: { recording_id: 'code', kind: 'code', app: 'name', title: 'title' },
  frames: { recording_id: 'code', path: 'code', sha256: 'code', text: 'words', words: 'words' },
  recording_stages: {
    recording_id: 'code',
    stage: 'code',
    state: 'code',
    input_hash: 'code',
    made_by: 'code',
    progress: 'code',
    problem: 'words',
    counts: 'code',
    warnings: 'words',
  },
  speech_spans: { recording_id: 'code' },
  search_entries: {
    process_id: 'code',
    kind: 'code',
    recording_id: 'code',
    artifact_id: 'code',
    text: 'derived',
  },
  search_vectors: { model: 'code' },
  artifacts: {
    id: 'code',
    process_id: 'code',
    recording_id: 'code',
    name: 'title',
    path: 'code',
    mime_type: 'code',
    sha256: 'code',
    parent_id: 'code',
    title: 'title',
    warnings: 'words',
  },
  artifact_pages: { artifact_id: 'code', name: 'title', text: 'words' },
  workspace: { id: 'code' },
  schema_versions: { tag: 'code', sha256: 'code' },
  jobs: { id: 'code', kind: 'code', subject: 'code', state: 'code', progress: 'code', problem: 'words' },
  settings: { key: 'code', value: 'settings' },
  threads: { id: 'code', process_id: 'code' },
  turns: { id: 'code', thread_id: 'code', question: 'words', answer: 'words', folded: 'derived' },
  writers: { id: 'code', title: 'name', dialect: 'code', url: 'settings', model: 'name', strength: 'code' },
  proposals: { id: 'code', process_id: 'code', agent: 'name', why: 'words', command: 'words', state: 'code' },
  writer_costs: { writer_id: 'code' },
};

function element() {
  return { id: 'code', recording_id: 'code', found_by: 'code', ...grounds() } as const;
}

function part() {
  return { process_id: 'code', id: 'code', body: 'derived', ...grounds() } as const;
}

function grounds() {
  return { evidence: 'derived', provenance: 'code' } as const;
}
