/** "812 bytes", "180 kB", "2.4 GB". */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const unit = bytes < 1e6 ? 1e3 : bytes < 1e9 ? 1e6 : 1e9;
  const value = bytes / unit;
  return `${value < 10 && unit > 1e3 ? value.toFixed(1) : Math.round(value)} ${unit === 1e3 ? 'kB' : unit === 1e6 ? 'MB' : 'GB'}`;
}
