// Questions written by models: a model is a script here, everything else is real.
import { expect, test } from 'vitest';
import { createStandIns } from '../../answers/stand-ins/stand-ins.ts';
import { WriterId } from '../../domain/writer.ts';
import type { Writer, WriterGate, WriterPart } from '../../needs/writer.ts';
import { writeAnswer, type WriteWish } from './write-answer.ts';
import { cite, OPEN_GATE, openOrders, type Script, scripted, texts, write } from './write-answer-testing.ts';

test('where rules answer, no model is asked; figures are the same where one is', async () => {
  const orders = await openOrders();
  const question = 'How often is the order shipped?';
  const idle = scripted([]);
  const byRules = await write(orders, [idle], { question, choice: 'auto' });
  expect([idle.asked.length, byRules.answer.model, byRules.answer.values]).toEqual([
    0,
    null,
    { count: 2, cases: 2, ofCases: 2, share01: 1 },
  ]);

  const busy = scripted([(request) => `“ship order” is done 2 times ${cite(request, 'ship order')}.`]);
  const written = await write(orders, [busy], { question });
  expect(written.answer).toMatchObject({
    answer: '“ship order” is done 2 times.',
    isAnswered: true,
    model: 'Scribe',
    values: byRules.answer.values,
    definition: byRules.answer.definition,
    n: byRules.answer.n,
    removed: 0,
    egressBytes: 0,
    tokens: { input: 1000, output: 100 },
    costUsd: null,
  });
  expect(written.answer.sentences[0]?.citations).toEqual(byRules.answer.sentences[0]?.citations);

  // A model that says something else does not take the figures away.
  const other = scripted([{ tool: 'counts' }, (request) => `There are 4 events ${cite(request, '"events"')}.`]);
  const more = await write(orders, [other], { question });
  expect([texts(more.answer), more.answer.values]).toEqual([
    ['There are 4 events.', byRules.answer.sentences[0]?.text],
    byRules.answer.values,
  ]);
});

test('what a model makes up is removed and counted, the rest is said with its evidence as it comes', async () => {
  const orders = await openOrders();
  const writer = scripted([
    [
      'Let me look.',
      { tool: 'neighbours', input: { source: 'enter order' } },
      { tool: 'search_evidence', input: { words: 'receipt' } },
    ],
    (request) => {
      const [way, said] = [cite(request, '"target":"ship order"'), cite(request, 'I check the receipt')];
      return [
        `Sure! “ship order” follows “enter order” 2 times ${way}. The mean wait is 12.8 hours ${way}.`,
        ` The mean wait is 14 hours ${way}. Kevin ships the order ${way}. It takes 2 days. There are 2 of them [99].`,
        ` Ann Lee says: “I check the receipt and I enter the amount” ${said}. She says “I burn the receipt” ${said}.`,
        '\n\nI hope this helps!',
      ].join('');
    },
  ]);
  const { answer, events } = await write(orders, [writer], { question: 'Tell me about shipping and receipts' });
  expect(texts(answer)).toEqual([
    '“ship order” follows “enter order” 2 times.',
    'The mean wait is 12.8 hours.',
    'Ann Lee says: “I check the receipt and I enter the amount”.',
  ]);
  expect([answer.removed, answer.model, answer.values, answer.tools]).toEqual([
    5,
    'Scribe',
    {},
    [
      { tool: 'neighbours', input: { source: 'enter order' } },
      { tool: 'search_evidence', input: { words: 'receipt' } },
    ],
  ]);
  expect(events.map(({ kind }) => kind)).toEqual(['asking', 'looking', 'looking', 'sentence', 'sentence', 'sentence']);
  const refs = answer.sentences.flatMap(({ citations }) => citations);
  const cited = await orders.core.client.evidence.cite({ refs });
  expect(cited.every((citation) => citation !== null)).toBe(true);
});

test('names leave under stand-ins and come back, and no words of people where only figures may leave', async () => {
  const orders = await openOrders();
  const standIns = createStandIns();
  const script: Script = [
    { tool: 'people_handoffs', input: { from: 'Person A' } },
    (request) =>
      `Person A's work goes to Person B 3 times ${cite(request, '"count":2')}. Person A hands over 2 times ${cite(request, '"count":2')}.`,
  ];
  const question = 'How does Ann Lee pass work to Bea Moss in Ledgerly for 345 euros at Nordwind Logistics GmbH?';
  for (const release of ['figures', 'redacted'] as const) {
    const writer = scripted(script, { isBeyond: true, host: 'api.example.org' });
    const { answer, events } = await write(orders, [writer], { question, release, standIns });
    const sent = JSON.stringify(writer.asked);
    const leaked = ['Ann', 'Bea', 'Moss', 'Noor', 'Ledgerly', 'Atlas', 'Nordwind', '345', 'Orders'].filter((name) =>
      sent.includes(name),
    );
    expect({ release, leaked }).toEqual({ release, leaked: [] });
    expect(sent).toContain('How does Person A pass work to Person B in System 1 for Amount 1 euros at Customer 1?');
    expect(events.find(({ kind }) => kind === 'looking')).toEqual({
      kind: 'looking',
      tool: 'people_handoffs',
      input: { from: 'Ann Lee' },
    });
    expect([texts(answer), answer.egressBytes > 0]).toEqual([['Ann Lee hands over 2 times.'], true]);
  }
  const listed = scripted([[{ tool: 'search_evidence', input: { words: 'receipt' } }, { tool: 'decisions' }]], {
    isBeyond: true,
  });
  await write(orders, [listed], { question: 'What about receipts?', release: 'figures', standIns });
  const sent = JSON.stringify(listed.asked[1]?.messages.at(-1));
  expect(sent).toContain('Words of people may not leave this machine here.');
  // “finance” is a role of the map.
  expect(['check the receipt', 'two hundred', 'takes two days'].filter((words) => sent.includes(words))).toEqual([]);
});

test('an answer with nothing left is a refusal that says so, after the model was told why', async () => {
  const orders = await openOrders();
  const writer = scripted(['There are 77 pirates [1].', 'There are 78 pirates [1].']);
  const { answer } = await write(orders, [writer], { question: 'How many pirates are there?' });
  const refusal = await orders.core.client.ask({
    processId: orders.processId,
    question: 'How many pirates are there?',
  });
  expect(answer).toEqual({
    ...refusal,
    answer: `The model wrote nothing that the evidence of this process supports. ${refusal.answer}`,
    removed: 2,
    tokens: { input: 2000, output: 200 },
  });
  expect(writer.asked[1]?.messages.at(-1)).toEqual({
    role: 'user',
    text: 'Nothing of that can be used:\n- There are 77 pirates. (it cites an item that was not given: [1])\nWrite it again by the rules, or write: I cannot answer this.',
  });
});

test('auto asks the light one, then the strong one, and keeps to what may be spent', async () => {
  const orders = await openOrders();
  const question = 'Sum the story up in your words';
  const price = { input: 3, output: 15 };
  const light = scripted([], { id: 'light', title: 'Light' });
  const strong = scripted([{ tool: 'counts' }, (request) => `There are 4 events ${cite(request, '"events"')}.`], {
    id: 'strong',
    title: 'Strong',
    price,
  });
  const { answer, events } = await write(orders, [light, strong], { question, choice: 'auto' });
  expect([answer.model, answer.costUsd, light.asked.length, texts(answer)]).toEqual([
    'Strong',
    0.009,
    1,
    ['There are 4 events.'],
  ]);
  expect(events.filter(({ kind }) => kind === 'asking')).toEqual([
    { kind: 'asking', writer: 'Light' },
    { kind: 'asking', writer: 'Strong' },
  ]);

  // What the first request cost leaves nothing for the second one.
  const hungry: Writer = { ...scripted([{ tool: 'activities' }], { price }), contextTokens: 32_000 };
  const honest = hungry.write.bind(hungry);
  hungry.write = async function* (request, options) {
    for await (const part of honest(request, options))
      yield part.kind === 'end' ? { ...part, tokens: { input: 40_000, output: 100 } } : part;
  };
  const short = await write(orders, [hungry], { question, budget: { perQuestionUsd: 0.12, perDayUsd: null } });
  expect([short.answer.isAnswered, short.answer.costUsd, short.answer.answer.split('.')[0]]).toEqual([
    false,
    0.1215,
    'The model was stopped: one more request would cost more than may be spent',
  ]);

  const dear = scripted([], { price: { input: 3000, output: 15_000 } });
  const budget = { perQuestionUsd: 1, perDayUsd: null };
  await expect(write(orders, [dear], { question, budget })).rejects.toMatchObject({ code: 'writer/over-budget' });
  const byRules = await write(orders, [dear], { question, budget, choice: 'auto' });
  expect([dear.asked.length, byRules.answer.isAnswered, byRules.answer.model]).toEqual([0, false, null]);
});

test('a model that never stops calling is stopped, and one that reads little is told what was left out', async () => {
  const orders = await openOrders();
  const restless = scripted(
    Array.from({ length: 20 }, () => [{ tool: 'counts' }, { tool: 'activities' }, { tool: 'variants' }]),
  );
  const { answer } = await write(orders, [restless], { question: 'Just go on and on' });
  expect([restless.asked.length, answer.tools.length, answer.isAnswered]).toEqual([5, 12, false]);
  expect(restless.asked.at(-1)?.tools).toEqual([]);

  const small = scripted([{ tool: 'activities' }, { tool: 'neighbours' }], { contextTokens: 2400 });
  const little = await write(orders, [small], { question: 'Just go on and on' });
  expect(little.answer.tools.some(({ leftOut = 0 }) => leftOut > 0)).toBe(true);
  expect(JSON.stringify(small.asked)).toContain('were left out because they do not fit');
  await expect(write(orders, [scripted([], { contextTokens: 600 })], { question: 'Go on' })).rejects.toMatchObject({
    code: 'writer/too-small',
  });
});

test('what was asked before goes along, and stopping ends it', async () => {
  const orders = await openOrders();
  const first = await write(orders, [], { question: 'How often is the order shipped?', choice: 'none' });
  const writer = scripted([]);
  await write(orders, [writer], {
    question: 'And what of it is odd?',
    earlier: [{ question: 'How often is the order shipped?', answer: first.answer }],
  });
  expect(writer.asked[0]?.messages.slice(1, 3)).toEqual([
    { role: 'user', text: 'Question: How often is the order shipped?' },
    { role: 'assistant', text: first.answer.answer, calls: [] },
  ]);

  const stop = new AbortController();
  const wish: WriteWish = {
    processId: orders.processId,
    question: 'Just go on',
    earlier: [],
    choice: WriterId.parse('w1'),
    writers: [{ writer: scripted([{ tool: 'counts' }]), strength: 'light', refusal: null }],
    release: 'nothing',
    budget: { perQuestionUsd: null, perDayUsd: null },
    spentTodayUsd: 0,
    gate: OPEN_GATE,
  };
  const work = writeAnswer(orders.core.host, wish, { signal: stop.signal });
  expect((await work.next()).value).toEqual({ kind: 'asking', writer: 'Scribe' });
  expect((await work.next()).value).toEqual({ kind: 'looking', tool: 'counts', input: {} });
  stop.abort();
  await expect(work.next()).rejects.toThrow('aborted');
});

test('a writer that may not be asked is not asked', async () => {
  const orders = await openOrders();
  const writers = [{ writer: scripted([]), strength: 'light' as const, refusal: 'nothing may leave this machine' }];
  await expect(write(orders, [], { question: 'Hm?', writers })).rejects.toMatchObject({
    code: 'writer/not-allowed',
    data: { title: 'Scribe', detail: 'nothing may leave this machine' },
  });
  const declined: WriterGate = { ...OPEN_GATE, pass: () => Promise.reject(new Error('declined')) };
  await expect(write(orders, [scripted(['x'])], { question: 'Hm?', gate: declined })).rejects.toThrow('declined');
});

test('what was sent is paid for, also where it is stopped in the middle or the server does not say', async () => {
  const orders = await openOrders();
  const paid: number[] = [];
  const stop = new AbortController();
  const price = { input: 3, output: 15 };
  const endless: Writer = {
    ...scripted([], { isBeyond: true, price }),
    write: async function* (_, { gate }): AsyncGenerator<WriterPart> {
      gate.sent(10_000);
      yield { kind: 'text', text: 'There are ' };
      stop.abort();
      yield { kind: 'text', text: '4 events' };
    },
  };
  const wish: WriteWish = {
    processId: orders.processId,
    question: 'Just go on',
    earlier: [],
    choice: WriterId.parse('w1'),
    writers: [{ writer: endless, strength: 'light', refusal: null }],
    release: 'text',
    budget: { perQuestionUsd: null, perDayUsd: null },
    spentTodayUsd: 0,
    gate: OPEN_GATE,
  };
  const work = writeAnswer(orders.core.host, wish, { signal: stop.signal, spent: (_, usd) => paid.push(usd) });
  await work.next();
  await expect(work.next()).rejects.toThrow('aborted');
  expect([paid.length, (paid[0] ?? 0) > 0.001, (paid[0] ?? 1) < 0.1]).toEqual([1, true, true]);
});

test('a small window keeps room for the turn before', async () => {
  const orders = await openOrders();
  const first = await write(orders, [], { question: 'How often is the order shipped?', choice: 'none' });
  const writer = scripted([], { contextTokens: 3500 });
  const earlier = [{ question: 'How often is the order shipped?', answer: first.answer }];
  const { answer } = await write(orders, [writer], { question: 'And what of it is odd?', earlier });
  expect(writer.asked[0]?.messages[1]).toEqual({ role: 'user', text: 'Question: How often is the order shipped?' });
  expect([(writer.asked[0]?.tools.length ?? 0) < 20, answer.tools]).toEqual([true, []]);
});
