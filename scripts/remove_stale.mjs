// Removes from dist/ what sources that are gone have left there: the steps of a system are found by looking into its folder.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

for (const room of ['src', 'steps', 'test', 'bench']) {
  const folder = join('dist', room);
  if (!existsSync(folder)) continue;
  for (const name of readdirSync(folder, { recursive: true })) {
    const source = /^(.*?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(name)?.[1];
    if (source !== undefined && !existsSync(join(room, `${source}.ts`))) rmSync(join(folder, name));
  }
}
