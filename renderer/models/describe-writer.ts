// What a model behind a server is, in words for somebody who has to choose.
import type { WriterEntry, WriterStatus } from '../../src/domain/writer.ts';
import { formatCount } from '../format.ts';

/** Where it runs, how much it reads, what it can do, what it costs. */
export function describeWriter(
  writer: WriterEntry & Partial<Pick<WriterStatus, 'hasKey' | 'isBeyond' | 'host'>>,
): string[] {
  const { model, strength, price, contextTokens, callsTools, hasKey } = writer;
  return [
    model,
    strength === 'light' ? 'light: asked first' : 'strong',
    contextTokens === null ? 'how much it reads is not known' : `reads ${formatCount(contextTokens)} tokens`,
    ...(callsTools === null ? [] : [callsTools ? 'calls tools' : 'calls no tools: asked in JSON']),
    price === null ? 'no price named' : `$${price.input} read, $${price.output} written, a million tokens`,
    ...(hasKey === true ? ['key kept'] : []),
  ];
}
