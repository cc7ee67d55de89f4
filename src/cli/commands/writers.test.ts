import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openFakeServer } from '../../host/writers/testing/fake-server.ts';
import { createTestFolder } from '../../host/testing.ts';
import { runMirror } from '../testing.ts';
import { sayPlace } from './writers.ts';

// Keys of the person who runs the tests stay theirs.
beforeEach(() => {
  const home = createTestFolder();
  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, home);
  return () => vi.unstubAllEnvs();
});

test('a model is added, tried out, chosen and removed on the terminal', async () => {
  const server = await openFakeServer([{ calls: [{ name: 'report', input: { word: 'ready' } }] }], {
    pages: { '/props': { default_generation_settings: { n_ctx: 8192 } } },
  });
  onTestFinished(() => server.close());
  const workspace = join(createTestFolder(), 'workspace');
  const url = server.urlOf('openai-compatible');
  const id = `${server.host.replace(':', '-')}-small-1`;

  const empty = await runMirror(['writers'], workspace);
  expect(empty.stdout.split('\n')).toEqual([
    'Questions are answered by: rules first, then the models that may be asked (auto)',
    expect.stringMatching(/^No model is set up\. Those that run on this machine: .*writers find/),
    'At most 0.20 $ a question, 2.00 $ a day; 0.00 $ today so far.',
    '',
  ]);

  const added = await runMirror(
    ['writers', 'add', '--url', url, '--model', 'small-1', '--strength', 'light', '--json'],
    workspace,
  );
  expect(JSON.parse(added.stdout)).toEqual({
    writer: {
      id,
      title: 'small-1',
      dialect: 'openai-compatible',
      url,
      model: 'small-1',
      strength: 'light',
      price: null,
      contextTokens: null,
      callsTools: null,
      host: server.host,
      isBeyond: false,
      hasKey: false,
      refusal: null,
      note: null,
    },
  });

  const probed = await runMirror(['writers', 'probe', id], workspace);
  expect(probed.stdout.split('\n')).toEqual([
    `  ${id}: small-1`,
    `    on this machine, ${server.host}, light, reads 8,192 tokens, calls tools`,
    '',
  ]);
  expect((await runMirror(['writers', 'choose', id], workspace)).stdout).toBe(`Questions are answered by: ${id}\n`);
  const limited = await runMirror(['writers', 'budget', '--per-day', 'none', '--per-question', '0.05'], workspace);
  expect(limited).toEqual({ code: 0, stderr: '', stdout: 'At most 0.05 $ a question, any sum a day.\n' });
  expect((await runMirror(['writers', 'remove', id], workspace)).stdout).toBe(`${id} is gone, and its key with it.\n`);
  const gone = await runMirror(['writers', 'probe', id], workspace);
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining(`There is no model "${id}"`)]);
});

test('what was found is said as commands that can be pasted, whatever a server calls its models', async () => {
  const found = ['qwen3:8b', "it's $(here)"].map(
    (model) => ({ model, url: 'http://127.0.0.1:1/v1', dialect: 'openai-compatible' }) as const,
  );
  expect(found.map(sayPlace)).toEqual([
    '--url http://127.0.0.1:1/v1 --model qwen3:8b',
    "--url http://127.0.0.1:1/v1 --model 'it'\\''s $(here)'",
  ]);
  expect(sayPlace({ dialect: 'in-process', url: '', model: 'tiny' })).toBe('--dialect in-process --model tiny');
});

test('what is missing or wrong is told in one line', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const wrong: [string[], string][] = [
    [['--model', 'a'], 'give the address with --url'],
    [['--model', 'a', '--preset', 'nobody'], 'there is no preset "nobody"; there are ollama'],
    [['--model', 'a', '--preset', 'openai', '--price-input', '1'], 'a price has two parts'],
    [['--model', 'a', '--preset', 'openai', '--price-input', 'x'], 'Give a sum such as 0.15.'],
    [['--model', 'a', '--preset', 'openai', '--dialect', 'klingon'], 'Allowed choices are'],
  ];
  for (const [args, says] of wrong) {
    const { code, stderr } = await runMirror(['writers', 'add', ...args], workspace);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  }
  const open = await runMirror(['writers', 'add', '--model', 'a', '--url', 'http://x.example/v1'], workspace);
  expect([open.code, open.stderr]).toEqual([1, expect.stringContaining('x.example: the address is not encrypted')]);
});

test('the key of a hosted model comes from the environment, and what may not be asked is said', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const args = ['writers', 'add', '--preset', 'anthropic', '--model', 'claude-x', '--key-env', 'MY_KEY'];
  vi.stubEnv('MY_KEY', 'sk-secret');
  const { stdout } = await runMirror([...args, '--price-input', '3', '--price-output', '15'], workspace);
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    '  api.anthropic.com-claude-x: claude-x (Anthropic)',
    '    beyond this machine, at api.anthropic.com, strong, nobody knows how much it reads, not tried yet, has a key',
    '    Is not asked: the rules of this workspace let nothing leave this machine.',
  ]);
});
