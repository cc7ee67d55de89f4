// Tells drizzle-kit where the schema is and where its migrations go; run it through `npm run migrations`.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });
