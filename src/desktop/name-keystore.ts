// In: the system, and what Electron found on it. Out: the keystore as its system calls it; undefined where it keeps nothing secret.

const LINUX: Readonly<Record<string, string>> = {
  gnome_libsecret: 'Secret Service',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
};

/** `basic_text` seals with a password that stands in Chromium's source. */
export function nameKeystore(platform: string, backend: string | undefined): string | undefined {
  if (platform === 'darwin') return 'Keychain';
  if (platform === 'win32') return 'Windows Data Protection';
  return LINUX[backend ?? ''];
}
