// What a model is asked when it is tried out: nothing of a workspace is in it, so that anybody may know what is sent.

export const PROBE = {
  system: 'You are being tried out. Do as you are told.',
  question: 'Call the tool "report" with the word "ready".',
  tool: {
    name: 'report',
    description: 'Takes one word.',
    input: {
      type: 'object',
      properties: { word: { type: 'string' } },
      required: ['word'],
      additionalProperties: false,
    },
  },
} as const;
