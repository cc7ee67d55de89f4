// What is about to leave, arranged for reading. In: the body of a request, byte for byte. Out: its parts in words.
export interface PayloadPart {
  readonly title: string;
  readonly text: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Empty where the body is in no form that a model is asked in; it is then read as it is. */
export function readPayload(body: string): PayloadPart[] {
  const request = parse(body);
  if (!isObject(request)) return [];
  const said = [...list(request['messages']), ...list(request['contents'])].flatMap(readMessage);
  const system = readText(request['system'] ?? request['systemInstruction'] ?? request['system_instruction']);
  const tools = readTools(list(request['tools']));
  if (said.length === 0) return [];
  return [
    ...(system === '' ? [] : [{ title: 'Instructions to the model', text: system }]),
    ...said,
    ...(tools.length === 0 ? [] : [{ title: 'What it may look up', text: tools.join('\n') }]),
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  system: 'Instructions to the model',
  developer: 'Instructions to the model',
  user: 'Question',
  assistant: 'What the model said before',
  model: 'What the model said before',
  tool: 'What it looked up',
  function: 'What it looked up',
};

function readMessage(message: unknown): PayloadPart[] {
  if (!isObject(message)) return [];
  const content = message['content'] ?? message['parts'];
  const answers = list(content).some(
    (part) => isObject(part) && (part['type'] === 'tool_result' || 'functionResponse' in part),
  );
  const role = answers ? 'tool' : word(message['role'], 'user');
  const text = [readText(content), ...list(message['tool_calls']).map(readCall)]
    .filter((each) => each !== '')
    .join('\n');
  return text === '' ? [] : [{ title: TITLES[role] ?? role, text }];
}

/** Text, or the text in its parts. */
function readText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content))
    return content
      .map(readText)
      .filter((each) => each !== '')
      .join('\n');
  if (!isObject(content)) return '';
  if (typeof content['text'] === 'string') return content['text'];
  if (content['type'] === 'tool_use' || 'functionCall' in content) return readCall(content);
  const inner = content['content'] ?? content['parts'] ?? content['functionResponse'] ?? content['response'];
  if (inner === undefined) return '';
  const text = readText(inner);
  return text === '' ? JSON.stringify(inner, null, 2) : text;
}

function readCall(call: unknown): string {
  if (!isObject(call)) return '';
  const made = [call['function'], call['functionCall'], call].find(isObject) ?? call;
  const input = made['arguments'] ?? made['args'] ?? made['input'];
  return `${word(made['name'], 'lookup')}(${typeof input === 'string' ? input : JSON.stringify(input ?? {})})`;
}

function readTools(tools: readonly unknown[]): string[] {
  return tools.flatMap((tool) => {
    if (!isObject(tool)) return [];
    if (Array.isArray(tool['functionDeclarations'])) return readTools(tool['functionDeclarations']);
    const about = isObject(tool['function']) ? tool['function'] : tool;
    return typeof about['name'] === 'string' ? [`${about['name']}: ${word(about['description'], '')}`] : [];
  });
}

/** For reading: as it is, where it is no JSON. */
export function indentBody(body: string): string {
  const value = parse(body);
  return value === undefined ? body : JSON.stringify(value, null, 2);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not every body is JSON; whoever reads it gets it as it is.
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const word = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
