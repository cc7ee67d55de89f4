// Out: what is not recorded unless somebody says otherwise: stores of passwords, and windows opened to leave no trace.
import type { ExclusionRule } from '../domain/capture.ts';

const APPS = [
  '*keepass*',
  '1password*',
  'bitwarden*',
  'dashlane*',
  'enpass*',
  'keeper*',
  'keeweb*',
  'lastpass*',
  'nordpass*',
  'proton pass*',
  'roboform*',
  '*seahorse*',
  '*gnome.world.secrets*',
  '*kwalletmanager*',
  'keychain access',
  'schlüsselbundverwaltung',
  'com.apple.passwords',
  'pinentry*',
  'gcr-prompter',
] as const;

/**
 * What Firefox, Edge, Chrome, Brave, Opera and Safari write into the titles of such windows. Chrome on Linux writes it
 * only while the window shows an empty tab; there it is the title of each page that counts.
 */
const TITLES = [
  'InPrivate',
  'Incognito',
  'Inkognito',
  'incógnito',
  'incógnita',
  'Navigation privée',
  'Navegación privada',
  'Navegação privativa',
  'Navegação privada',
  'Navigazione anonima',
  'Navigazione in incognito',
  'Navigazione privata',
  'Private Browsing',
  'Private Window',
  'Privater Modus',
  'Privates Fenster',
  'Privénavigatie',
  'Privévenster',
  'Tryb prywatny',
  'Okno prywatne',
  'Anonymní prohlížení',
  'Anonymní okno',
  'Privat browsing',
  'Privat surfning',
  'Privat nettlesing',
  'Gizli Gezinti',
  'Gizli pencere',
  'Приватный просмотр',
  'Приватное окно',
  'Приватний перегляд',
  'Режим инкогнито',
  'プライベートブラウジング',
  'シークレット',
  '隐私浏览',
  '無痕',
  '无痕',
  '사생활 보호 모드',
  '시크릿',
] as const;

export const DEFAULT_EXCLUSIONS: readonly ExclusionRule[] = [
  ...APPS.map((pattern): ExclusionRule => ({ by: 'app', pattern })),
  ...TITLES.map((pattern): ExclusionRule => ({ by: 'title', pattern })),
];
