import type { Party } from './common';
import type { Counts, PackedTallies } from './posture';

export interface Tally {
  control: number;
  party: Party;
  team: string;
  counts: Counts;
}

const numbers = 8;
const codes: readonly Party[] = ['AWS', 'SHARED', 'CUSTOMER'];

/** Every control's counters of an account, from their packed form: eight unsigned LEB128 numbers each, in Base64. */
export function unpack(packed: PackedTallies): Tally[] {
  const values = leb128(Uint8Array.from(atob(packed.counters), (character) => character.charCodeAt(0)));
  const tallies: Tally[] = [];
  for (let start = 0; start + numbers <= values.length; start += numbers) {
    const [control = 0, party = 0, team = 0, pass = 0, fail = 0, unknown = 0, waived = 0, notApplicable = 0] = values.slice(
      start,
      start + numbers,
    );
    tallies.push({
      control,
      party: codes[party] ?? 'CUSTOMER',
      team: packed.teams[team] ?? '',
      counts: { pass, fail, unknown, waived, notApplicable },
    });
  }
  return tallies;
}

function leb128(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let place = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * place;
    place *= 0x80;
    if (byte < 0x80) {
      values.push(value);
      value = 0;
      place = 1;
    }
  }
  return values;
}

export function plus(a: Counts, b: Counts): Counts {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    unknown: a.unknown + b.unknown,
    waived: a.waived + b.waived,
    notApplicable: a.notApplicable + b.notApplicable,
  };
}

export const noCounts: Counts = { pass: 0, fail: 0, unknown: 0, waived: 0, notApplicable: 0 };
