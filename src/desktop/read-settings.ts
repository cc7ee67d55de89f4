// In: how the desktop's settings are read. Out: what stands in them; nothing where there are none, or they are damaged.
import { z } from 'zod';

const Settings = z.object({ workspace: z.string().min(1).optional() });

export function readSettings(read: () => string): z.infer<typeof Settings> {
  try {
    return Settings.parse(JSON.parse(read()));
  } catch {
    // The first start; or somebody wrote into it. The usual workspace is opened then, and nothing is lost.
    return {};
  }
}
