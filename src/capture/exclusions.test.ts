import { describe, expect, test } from 'vitest';
import { ExclusionRule } from '../domain/capture.ts';
import { DEFAULT_EXCLUSIONS } from './default-exclusions.ts';
import { findExcluded } from './exclusions.ts';
import type { SeenWindow } from './windows.ts';

const windowOf = (apps: string | string[], title: string, url?: string): SeenWindow => ({
  id: '1',
  apps: [apps].flat(),
  title,
  ...(url === undefined ? {} : { url }),
});
const app = (pattern: string): ExclusionRule => ({ by: 'app', pattern });
const title = (pattern: string): ExclusionRule => ({ by: 'title', pattern });
const url = (pattern: string): ExclusionRule => ({ by: 'url', pattern });

test('one excluded window among many is found, whichever has the focus', () => {
  const visible = [windowOf('Atlas', 'Order 4711'), windowOf('Slack', 'HR: salaries')];
  expect(findExcluded([title('bank'), title('salaries')], visible)).toEqual(title('salaries'));
  expect(findExcluded([title('bank')], visible)).toBeUndefined();
  expect(findExcluded([], visible)).toBeUndefined();
});

test.each([
  [app('signal'), windowOf('Signal', ''), true],
  [app('signal'), windowOf('Signals', ''), false],
  [app('signal*'), windowOf('Signal Desktop', ''), true],
  [app('*signal'), windowOf('Signal Desktop', ''), false],
  [app('a*b*c'), windowOf('a b c', ''), true],
  [app('ab*ba'), windowOf('aba', ''), false],
  [app('*'), windowOf('anything', ''), true],
  [app('org.keepassxc.KeePassXC'), windowOf(['KeePassXC', 'org.keepassxc.KeePassXC'], ''), true],
  [title('savings bank'), windowOf('Firefox', 'My  Savings\u00a0Bank — Firefox'), true],
  [title('a*b'), windowOf('Firefox', 'b a'), false],
  [title('(.+)+$'), windowOf('Firefox', 'aaaa'), false],
  [title('100 %'), windowOf('Firefox', 'Loading 100 %'), true],
  [title('ÖFFENTLICH'), windowOf('Firefox', 'o\u0308ffentlich'), true],
  [url('bank.example'), windowOf('Firefox', 'Welcome', 'https://www.bank.example/login'), true],
  [url('bank.example/*/pay'), windowOf('Firefox', 'Welcome', 'https://bank.example/7/pay?x'), true],
  [url('bank.example'), windowOf('Firefox', 'bank.example', 'https://news.example/'), false],
  [url('bank.example'), windowOf('Chromium', 'my.bank.example/login - Chromium'), true],
  [url('bank.example'), windowOf('Chromium', 'Welcome - Chromium'), false],
])('%j and %j: %s', (rule, window, isExcluded) => {
  expect(findExcluded([rule], [window])).toEqual(isExcluded ? rule : undefined);
});

test('pages of Mirror are never meant, and pages that only speak of a mirror are', () => {
  const rules = [title('bitwarden')];
  for (const own of ['Reset Bitwarden · Mirror', '● Bitwarden · Mirror - Chromium', 'Mirror — Mozilla Firefox'])
    expect(findExcluded([...rules, title('mirror')], [windowOf('Chromium', own)])).toBeUndefined();
  for (const other of ['Bitwarden: Mirror of the vault', 'Mirror Bitwarden - Chromium'])
    expect(findExcluded(rules, [windowOf('Chromium', other)])).toEqual(rules[0]);
});

describe('without anybody saying so', () => {
  test.each([
    windowOf('KeePassXC', 'Work.kdbx'),
    windowOf(['keepass2', 'KeePass2'], ''),
    windowOf('1Password', ''),
    windowOf('Bitwarden', ''),
    windowOf(['seahorse', 'org.gnome.seahorse.Application'], ''),
    windowOf('firefox', 'Wikipedia — Mozilla Firefox Private Browsing'),
    windowOf('firefox', 'Wikipedia — Mozilla Firefox Privater Modus'),
    windowOf('firefox', 'Wikipédia — Navigation privée de Mozilla Firefox'),
    windowOf('msedge', 'New tab - [InPrivate] - Microsoft\u200b Edge'),
    windowOf('Google-chrome', 'Neuer Inkognito-Tab - Google Chrome'),
  ])('$apps, $title is not recorded', (window) => {
    expect(findExcluded(DEFAULT_EXCLUSIONS, [window])).toBeDefined();
  });

  test.each([
    windowOf('firefox', 'Order 4711 — Mozilla Firefox'),
    windowOf('Code', 'private.ts - Mirror'),
    windowOf('LibreOffice', 'Private customers.ods — LibreOffice Calc'),
    windowOf('Bookkeeper', 'Ledger'),
  ])('$apps, $title is recorded', (window) => {
    expect(findExcluded(DEFAULT_EXCLUSIONS, [window])).toBeUndefined();
  });

  test('the rules are ones that the contract takes', () => {
    expect(DEFAULT_EXCLUSIONS.map((rule) => ExclusionRule.parse(rule))).toEqual([...DEFAULT_EXCLUSIONS]);
    expect(new Set(DEFAULT_EXCLUSIONS.map(({ pattern }) => pattern.toLowerCase())).size).toBe(
      DEFAULT_EXCLUSIONS.length,
    );
  });
});
