// Expected failures of what leaves this machine: connections, the rules for them, the ledger, keys.
import type { ErrorText } from './error-text.ts';

export const LEAVING = {
  'egress/bad-address': { title: '{address} is no address to connect to', hint: 'Give one such as https://host/path.' },
  'egress/other-host': {
    title: 'The way leads to {host}, which nobody has chosen',
    hint: 'Nothing was sent there; chosen are {hosts}.',
  },
  'egress/not-encrypted': {
    title: '{host}: the address is not encrypted',
    hint: 'Use one that begins with https://; only this machine may be asked without.',
  },
  'egress/unknown-host': {
    title: '{host} is not known: no network, or a mistyped name ({detail})',
    hint: 'Check the connection and the address.',
  },
  'egress/unreachable': {
    title: '{host} cannot be reached ({detail})',
    hint: 'Check the connection, a firewall or a proxy (HTTPS_PROXY), and try again.',
  },
  'egress/certificate': {
    title: '{host}: its certificate is not to be trusted ({detail})',
    hint: 'A company network may stand between: set NODE_EXTRA_CA_CERTS to its certificate, or take the files from a folder.',
  },
  'egress/stalled': {
    title: '{host} has said nothing for {seconds} seconds',
    hint: 'Try again later; what has come is kept.',
  },
  'egress/cut': { title: '{host} broke off ({detail})', hint: 'Try again; what has come is kept.' },
  'egress/too-many-redirections': { title: '{host} sends from place to place', hint: 'Try again later.' },
  'egress/no-proxy': {
    title: 'A proxy is set, and this Node cannot use one',
    hint: 'Install Node 24.5 or newer, or take the files from a folder.',
  },
  'egress/bad-header': {
    title: 'The key for this server has characters that cannot be sent (in {name})',
    hint: 'Enter it again, in one line and without spaces.',
  },
  'egress/ledger-held': {
    title: '{file}: another program keeps the ledger from being written',
    hint: 'Close it and try again; nothing is sent without a line in the ledger.',
  },
  'ledger/no-entry': {
    title: 'The ledger has no such entry, or it keeps no payload',
    hint: '`mirror egress` lists the entries.',
  },
  'ledger/too-large': {
    title: 'The ledger has {size}, too much for a window',
    hint: 'Copy it with `mirror egress export FILE`.',
  },
  'policy/refused': {
    title: 'Nothing was sent to {host}: {reason}',
    hint: 'Change the rules under "What may leave", or with `mirror policy set`.',
  },
  'policy/declined': {
    title: 'Nothing was sent to {host}: nobody agreed to it',
    hint: 'Ask again and agree, or have it answered without a model.',
  },
  'policy/unread': {
    title: 'Nothing was sent to {host}: nobody has read what would leave',
    hint: 'Ask on a terminal, or add --agree {sha256} where you have read it.',
  },
  'policy/not-owner': {
    title: 'Nothing was sent to {host}: only {owner} may agree to it',
    hint: 'Have {owner} read what would leave and agree, by name.',
  },
  'policy/no-owner': {
    title: 'The owner must agree, and nobody is named',
    hint: 'Name who answers for these rules, with `mirror policy set --owner NAME` for instance.',
  },
  'policy/bad-receiver': {
    title: '"{receiver}" is no host',
    hint: 'Write it as api.example.com, with a port where that is unusual, or give its https:// address.',
  },
  'keys/readable': {
    title: '{file}: other people of this machine can read your keys',
    hint: 'Run chmod 600 on it, and make new keys where somebody may have read these.',
  },
  'keys/damaged': {
    title: '{file}: the keys in it cannot be read',
    hint: 'Remove the file and enter the keys again.',
  },
  'keys/no-variable': {
    title: 'The environment variable {name} is not set',
    hint: 'Set it before Mirror is started, or enter the key itself.',
  },
  'keys/unusable': {
    title: 'This is no key: it is empty, or has spaces, line breaks or letters that cannot be sent',
    hint: 'Copy it again, whole, from where it was made.',
  },
} as const satisfies Record<string, ErrorText>;
