import { expect, test } from 'vitest';
import { ArtifactId, ProcessId } from '../../src/domain/ids.ts';
import { artifact, artifactPages, draft, process } from '../fixtures/sample-evidence.ts';
import { createStore } from '../store.ts';
import { openForTest } from '../testing.ts';

const attached = { ...artifact, id: ArtifactId.parse('artifact-attached'), parentId: artifact.id, name: 'a.pdf' };
const later = {
  ...artifact,
  id: ArtifactId.parse('artifact-later'),
  recordingId: null,
  title: null,
  warnings: [],
  createdAtMs: artifact.createdAtMs + 1,
};

function openStore() {
  const store = createStore(openForTest());
  store.saveProcess(process);
  store.saveRecording(draft);
  store.saveArtifact(artifact, artifactPages);
  store.saveArtifact(later, []);
  store.saveArtifact(attached, [{ page: 1, name: null, text: 'attached' }]);
  return store;
}

test('documents come back as they were stored, attachments behind their mail', () => {
  const store = openStore();
  expect(store.listArtifacts(process.id)).toEqual([artifact, attached, later]);
  expect(store.listArtifacts(ProcessId.parse('process-other'))).toEqual([]);
  expect(store.findArtifact(later.id)).toEqual(later);
});

test('pages are listed by length and read one by one; words are found on theirs', () => {
  const store = openStore();
  expect(store.listArtifactPages(artifact.id)).toEqual(
    artifactPages.map(({ page, name, text }) => ({ page, name, characters: text.length })),
  );
  expect(store.findArtifactPage(artifact.id, 1)).toEqual(artifactPages[0]);
  expect(store.findArtifactPage(artifact.id, 3)).toBeUndefined();
  expect(store.findPageWith(artifact.id, '½ inch')).toEqual(artifactPages[0]);
  expect(store.findPageWith(artifact.id, '½ INCH')).toBeUndefined();
});

test('saving again replaces the pages; removing a mail removes what was attached to it', () => {
  const store = openStore();
  store.saveArtifact({ ...artifact, title: 'New' }, [{ page: 1, name: null, text: 'one' }]);
  expect(store.listArtifactPages(artifact.id)).toEqual([{ page: 1, name: null, characters: 3 }]);
  store.setArtifactName(artifact.id, 'prices');
  expect(store.findArtifact(artifact.id)).toEqual({ ...artifact, title: 'New', name: 'prices' });
  store.removeArtifact(artifact.id);
  expect(store.listArtifacts(process.id)).toEqual([later]);
  expect(store.findArtifactPage(attached.id, 1)).toBeUndefined();
});
