import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const embedded = /url\('data:font\/woff2;base64,([A-Za-z0-9+/=]+)'\)/g;

/** Turns the fonts that Cloudscape embeds in its style sheet into files, so that `default-src 'self'` lets them load. */
export function fontFiles(): Plugin {
  let folder = '';
  return {
    name: 'font-files',
    enforce: 'pre',
    configResolved(config) {
      folder = join(config.root, 'node_modules', '.fonts');
    },
    load(id) {
      if (!id.split('?')[0]?.endsWith('/global-styles/index.css')) {
        return null;
      }
      mkdirSync(folder, { recursive: true });
      return readFileSync(id.split('?')[0] as string, 'utf8').replace(embedded, (_, base64: string) => {
        const font = Buffer.from(base64, 'base64');
        const file = join(folder, `open-sans-${createHash('sha256').update(font).digest('hex').slice(0, 8)}.woff2`);
        writeFileSync(file, font);
        return `url('${file}')`;
      });
    },
  };
}
