// What is burnt into the packaged Electron. The names are those of @electron/fuses; packaging reads this table, and checks
// the finished program against it.

export const FUSES = {
  /** The program is no Node: nobody runs scripts under Mirror's name and permissions. */
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  /** What is in the archive is what was built. */
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  /** Each kind of process starts from a heap snapshot of its own; there is none. */
  loadBrowserProcessSpecificV8Snapshot: false,
  /** No page is ever loaded by file:, so none needs more rights than a page of the web. */
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
} as const satisfies Readonly<Record<string, boolean>>;
