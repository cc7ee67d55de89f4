// The judges judged: each fault is made on purpose in a good model, and named.
import { expect, test } from 'vitest';
import { inputOfRecordings, tellTwo } from '../fixtures.ts';
import { writeBpmn } from './bpmn.ts';
import { findSchemaFaults, findUnsound, lint, readModel } from './judge-bpmn.case.ts';
import { findPictureFaults } from './judge-picture.case.ts';

const good = (): string => writeBpmn(inputOfRecordings(...tellTwo()), { scope: 'everything' });

/** The file with one thing changed; the change must be there to be made. */
function spoil(pattern: RegExp, replacement: string): string {
  const xml = good();
  expect(xml).toMatch(pattern);
  return xml.replace(pattern, replacement);
}

test('a task moved onto another, or out of its lane, is named', async () => {
  const moved = spoil(/(bpmnElement="Task_[^"]+">\s*<dc:Bounds x=")\d+(" y=")\d+/, '$10$20');
  const faults = findPictureFaults(await readModel(moved));
  expect(faults.join('\n')).toMatch(/leaves its lane/);
  expect(faults.join('\n')).toMatch(/does not (start|end) at Task_/);
});

test('a slanted line is named', async () => {
  const slanted = spoil(/(<di:waypoint x=")(\d+)(" y="\d+" \/>\s*<\/bpmndi:BPMNEdge>)/, '$19$2$3');
  expect(findPictureFaults(await readModel(slanted)).join('\n')).toMatch(/does not end at/);
});

test('a choice that joins in parallel is named as unsound', async () => {
  const stuck = good()
    .replaceAll('bpmn:exclusiveGateway', 'bpmn:parallelGateway')
    .replaceAll(/ default="[^"]+"/g, '');
  expect(findUnsound(await readModel(stuck))).not.toEqual([]);
});

test('a missing element, an unknown attribute and a reference to nothing are named', async () => {
  expect(await findSchemaFaults(spoil(/<bpmn:startEvent /, '<bpmn:startEvent wrong="1" '))).not.toEqual([]);
  expect((await readModel(spoil(/ default="/, ' default="nowhere'))).warnings).not.toEqual([]);
  expect(await lint(await readModel(spoil(/(<bpmn:endEvent id="[^"]+") name="[^"]*"/, '$1')))).not.toEqual([]);
});
