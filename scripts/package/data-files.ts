// Files that code reads from beside itself (`new URL('./NAME', import.meta.url)`). A bundle has them beside itself, too.
export const DATA_FILES: Readonly<Record<string, string>> = {
  migrations: 'db/migrations',
  'catalog.json': 'models/catalog.json',
  'list-windows.jxa': 'src/host/windows/list-windows.jxa',
  'list-windows.ps1': 'src/host/windows/list-windows.ps1',
};
