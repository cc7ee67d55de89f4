// In: migration SQL as drizzle-kit writes it. Out: the same, with every table STRICT, which drizzle-kit cannot say.

const TABLE_WITHOUT_STRICT = /^(CREATE TABLE [^;]*?\n\));/gm;

/** Adds STRICT to each CREATE TABLE that has not got it; SQLite then refuses values of a wrong type. */
export function makeStrict(migrationSql: string): string {
  return migrationSql.replaceAll(TABLE_WITHOUT_STRICT, '$1 STRICT;');
}
