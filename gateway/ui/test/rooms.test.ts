import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = join(import.meta.dirname, '../src');
const ground = ['api', 'kit', 'mark'];
const top = ['app', ''];

interface Import {
  from: string;
  to: string;
  line: string;
}

function imports(): Import[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(sources, file), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) => {
        const to = normalize(join(dirname(file), target));
        return { from: room(file), to: room(to), line: `${file} imports ${relative('.', to)}` };
      }),
    );
}

function room(file: string): string {
  return file.includes('/') ? (file.split('/')[0] as string) : '';
}

/** The floor of a room: what asks the gateway, what every page uses, what words look like, the features, what holds them together. */
function floor(name: string): number {
  const low = ground.indexOf(name);
  return low >= 0 ? low : ground.length + 1 + top.indexOf(name);
}

describe('the rooms of the dashboard', () => {
  it('import from their own floor and from those below, never from above', () => {
    const upwards = imports().filter(({ from, to }) => floor(to) > floor(from));

    expect(upwards.map(({ line }) => line)).toEqual([]);
  });

  it('go in no circle', () => {
    const edges = new Map<string, Set<string>>();
    for (const { from, to } of imports().filter(({ from, to }) => from !== to)) {
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));

    expect([...edges.keys()].filter((name) => reaches(name, name))).toEqual([]);
  });

  it('are found at all', () => {
    expect(new Set(imports().map(({ from }) => from)).size).toBeGreaterThan(12);
  });
});
