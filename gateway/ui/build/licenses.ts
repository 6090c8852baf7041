import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const licenses = 'licenses.md';

/** Gives the licences of what is bundled one kind of line end, so that a rebuilt bundle equals the committed one. */
export function licenseLines(): Plugin {
  let file = '';
  return {
    name: 'license-lines',
    apply: 'build',
    configResolved(config) {
      file = join(config.root, config.build.outDir, licenses);
    },
    closeBundle() {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'));
    },
  };
}
