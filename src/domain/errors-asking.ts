// Expected failures of answers and conversations, and of the models and agents that take part in them.
import type { ErrorText } from './error-text.ts';

export const ASKING = {
  'tools/unknown': { title: 'There is no tool "{tool}"', hint: 'Use one of {tools}.' },
  'tools/bad-input': { title: '{tool} cannot be asked so ({detail})', hint: 'Give what its input schema says.' },
  'tools/unknown-name': { title: '"{name}" is no {what} of this process', hint: 'The nearest: {nearest}.' },
  'agents/nothing-released': {
    title: 'The policy of this workspace releases nothing, and what an agent does with what it reads is unknown',
    hint: 'Change it in the app under Policy or with `mirror policy`, or start `mirror mcp --local` if the agent keeps everything on this machine.',
  },
  'agents/no-receiver': {
    title: 'The policy of this workspace does not name agents ("mcp") among those who may receive anything',
    hint: 'Add "mcp" in the app under Policy or with `mirror policy`, or start `mirror mcp --local` if the agent keeps everything on this machine.',
  },
  'agents/not-agreed': {
    title: 'The policy of this workspace asks {owner} to agree before anything leaves',
    hint: 'Ask, and start `mirror mcp --agreed-by` with that name.',
  },
  'agents/not-released': {
    title: '{what} is not released at the level "{level}"',
    hint: 'The policy must release "{needed}" for it: in the app under Policy, or with `mirror policy`.',
  },
  'proposal/missing': {
    title: 'This proposal is not open any more',
    hint: 'Look at the list of proposals again.',
  },
  'proposal/too-many': {
    title: '{open} proposals wait for somebody to read them',
    hint: 'Accept or decline some with `mirror proposals` first.',
  },
  'agents/no-resource': { title: 'There is nothing at {uri}', hint: 'List the resources again.' },
  'agents/too-large': {
    title: '{what} has {size} MB, and agents are given at most {most}',
    hint: 'Write it to a file with `mirror export` instead.',
  },
  'writer/unknown': {
    title: 'There is no model "{id}" that could write answers',
    hint: '`mirror writers` lists those there are.',
  },
  'writer/not-allowed': {
    title: '{title} may not be asked: {detail}',
    hint: 'Choose another model, answer without one, or change the rules for what may leave.',
  },
  'writer/over-budget': {
    title: '{title} is not asked: {detail}',
    hint: 'Choose a cheaper model, answer without one, or raise the budget.',
  },
  'writer/too-small': {
    title: '{title} reads {tokens} tokens at once, too few for a question with the tools of the graph',
    hint: 'Give it a larger context where it runs, or choose another model.',
  },
  'writer/bad-entry': { title: '{detail}', hint: 'Nothing was changed.' },
  'writer/bad-key': {
    title: '{host} does not accept the key, or wants one',
    hint: 'Give it a key that is valid, where the model is set up or with `mirror writers add --key-env`.',
  },
  'writer/unpaid': {
    title: '{host} wants to be paid first ({detail})',
    hint: 'Look at the account there, or choose another model.',
  },
  'writer/unknown-model': {
    title: '{host} has no model "{model}" ({detail})',
    hint: 'Check its name, or load it there first.',
  },
  'writer/not-there': {
    title: '{host} has no models at this address ({detail})',
    hint: 'Check the address, which often ends in /v1, and how the server is spoken to.',
  },
  'writer/too-long': {
    title: 'This is more than {model} reads at once ({detail})',
    hint: 'Ask about less, probe the model again, or choose one that reads more.',
  },
  'writer/overloaded': { title: '{host} is busy ({detail})', hint: 'Ask again in a minute, or choose another model.' },
  'writer/failed': { title: '{host} failed ({detail})', hint: 'Ask again, look at its log, or choose another model.' },
  'writer/refused': {
    title: '{host} refuses the request ({detail})',
    hint: 'Check the model and its address, or choose another.',
  },
  'writer/no-tools': {
    title: '{model} at {host} calls no tools ({detail})',
    hint: 'Probe it: Mirror then speaks with it in another way.',
  },
  'writer/no-answer': {
    title: '{host} answers something that is no answer of a model',
    hint: 'Check the address, and how the server is spoken to.',
  },
  'writer/broken-off': { title: '{host} broke off in the middle of an answer', hint: 'Ask again.' },
  'writer/withheld': {
    title: '{host} withheld the answer ({detail})',
    hint: 'Ask in other words, or choose another model.',
  },
  'writer/bad-reply': {
    title: '{model} does not keep to the form it is asked to answer in',
    hint: 'Ask again, or choose another model.',
  },
  'chat/no-thread': {
    title: 'There is no such conversation',
    hint: 'It may have been removed; ask in a new one.',
  },
  'chat/no-turn': {
    title: 'There is no such question in this conversation',
    hint: 'Open the conversation again; it may have changed.',
  },
  'chat/decided': {
    title: 'Nobody waits for this decision any more',
    hint: 'It was decided already, or its question is over; ask again.',
  },
  'chat/evidence-removed': {
    title: 'Something that the answer cites was removed meanwhile',
    hint: 'Ask again; nothing of this answer was kept.',
  },
} as const satisfies Record<string, ErrorText>;
