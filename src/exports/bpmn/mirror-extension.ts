// The extension elements in which evidence and numbers travel with a BPMN file.
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Facts, FlowModel } from './flow-model.ts';
import { toXmlText } from './words.ts';

const attribute = (name: string, type: 'String' | 'Integer' | 'Real') => ({ name, type, isAttr: true });

/** Namespace `mirror:` as bpmn-moddle wants it described; other tools keep what they do not know. */
export const EXTENSION = {
  name: 'Mirror',
  prefix: 'mirror',
  uri: 'urn:mirror:bpmn:1',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Fact',
      superClass: ['Element'],
      properties: [
        attribute('ref', 'String'),
        attribute('kind', 'String'),
        attribute('label', 'String'),
        attribute('provenance', 'String'),
        attribute('confidence', 'Real'),
        attribute('count', 'Integer'),
        attribute('cases', 'Integer'),
        attribute('logRows', 'Integer'),
        attribute('recordings', 'Integer'),
        attribute('waitN', 'Integer'),
        attribute('waitMedianMs', 'Real'),
        attribute('waitMeanMs', 'Real'),
        { name: 'evidence', type: 'Evidence', isMany: true },
      ],
    },
    {
      name: 'Evidence',
      superClass: ['Element'],
      properties: [
        attribute('kind', 'String'),
        attribute('recording', 'String'),
        attribute('segment', 'Integer'),
        attribute('event', 'Integer'),
        attribute('startMs', 'Integer'),
        attribute('endMs', 'Integer'),
        attribute('log', 'String'),
        attribute('rows', 'String'),
        attribute('count', 'Integer'),
        attribute('artifact', 'String'),
        attribute('page', 'Integer'),
        attribute('answer', 'String'),
        attribute('quote', 'String'),
      ],
    },
    {
      name: 'LeftOut',
      superClass: ['Element'],
      properties: [
        attribute('kind', 'String'),
        attribute('ref', 'String'),
        attribute('label', 'String'),
        attribute('count', 'Integer'),
        attribute('reason', 'String'),
      ],
    },
  ],
};

export function makeFact(moddle: BpmnModdle, facts: Facts): ModdleElement {
  const { id, kind, label, provenance, confidence01, count, cases, sources, wait, evidence } = facts;
  return moddle.create('mirror:Fact', {
    ref: id,
    kind,
    ...(label === undefined ? {} : { label: toXmlText(label) }),
    provenance,
    confidence: confidence01,
    ...(count === undefined ? {} : { count }),
    ...(cases === undefined ? {} : { cases }),
    ...(sources ? { logRows: sources.log, recordings: sources.recordings } : {}),
    ...(wait ? { waitN: wait.n, waitMedianMs: wait.medianMs, waitMeanMs: wait.meanMs } : {}),
    evidence: evidence.map((ref) => moddle.create('mirror:Evidence', describeEvidence(ref))),
  });
}

export const makeLeftOut = (moddle: BpmnModdle, { kind, id, label, count, reason }: FlowModel['leftOut'][number]) =>
  moddle.create('mirror:LeftOut', { kind, ref: id, label: toXmlText(label), count, reason });

function describeEvidence(ref: EvidenceRef): Record<string, string | number> {
  switch (ref.kind) {
    case 'speech': {
      const { kind, recordingId, segment, startMs, endMs, quote } = ref;
      return { kind, recording: recordingId, segment, startMs, endMs, quote: toXmlText(quote) };
    }
    case 'event': {
      const { kind, recordingId, event, startMs, endMs, title } = ref;
      return { kind, recording: recordingId, event, startMs, endMs, quote: toXmlText(title) };
    }
    case 'log':
      return { kind: ref.kind, log: ref.logId, rows: ref.rows.join(' '), count: ref.count };
    case 'frame':
      return { kind: ref.kind, recording: ref.recordingId, startMs: ref.atMs, endMs: ref.atMs };
    case 'artifact':
      return {
        kind: ref.kind,
        artifact: ref.artifactId,
        ...(ref.page === undefined ? {} : { page: ref.page }),
        ...(ref.quote === undefined ? {} : { quote: toXmlText(ref.quote) }),
      };
    case 'answer':
      return { kind: ref.kind, answer: ref.correctionId, quote: toXmlText(ref.quote) };
    default:
      return ref satisfies never;
  }
}
