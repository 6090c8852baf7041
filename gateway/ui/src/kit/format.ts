const whole = new Intl.NumberFormat();
const tenths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function count(value: number): string {
  return whole.format(value);
}

/** A number with its noun: `1 account`, `12 accounts`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

/** A score of 100: whole, but never rounded up to 100. */
export function points(value: number | undefined): string {
  if (value === undefined) {
    return '–';
  }
  return value >= 99.5 && value < 100 ? tenths.format(Math.floor(value * 10) / 10) : whole.format(Math.round(value));
}

export function gain(value: number): string {
  return `+${tenths.format(value)}`;
}

/** A share from 0 to 1 as a percentage, never rounded up to 100 %. */
export function percent(value: number | undefined): string {
  if (value === undefined) {
    return '–';
  }
  return share.format(value < 1 ? Math.min(value, 0.99) : value);
}

export function instant(text: string | undefined): string {
  return text === undefined ? '–' : moment.format(new Date(text));
}

/** The moment at which a calendar day begins here; none where the text is no day. */
export function momentOf(text: string): string | undefined {
  const moment = new Date(`${text}T00:00:00`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** A calendar day that carries no time, such as a report's date. */
export function date(text: string | undefined): string {
  const moment = text === undefined ? undefined : momentOf(text);
  return moment === undefined ? (text ?? '–') : day.format(new Date(moment));
}

export function dayOf(text: string | undefined): string {
  return text === undefined ? '–' : day.format(new Date(text));
}

export function ago(text: string, now: Date = new Date()): string {
  const seconds = (new Date(text).getTime() - now.getTime()) / 1000;
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step === undefined ? 'just now' : relative.format(Math.trunc(seconds / step[1]), step[0]);
}

/** A file's size: `812 B`, `34.5 kB`, `2.1 MB`. */
export function fileSize(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : bytes < 1_000_000 ? `${tenths.format(bytes / 1_000)} kB` : `${tenths.format(bytes / 1_000_000)} MB`;
}

/** `AWS::S3::Bucket` as `S3 Bucket`; the account's own resource as `Account`. */
export function typeName(type: string): string {
  const [, service = '', name = type] = type.split('::');
  return service === '' ? name : `${service} ${name.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')}`;
}

export function layerName(id: string): string {
  const text = id.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function teamName(team: string | undefined): string {
  return team === undefined || team === '' ? 'No team' : team;
}
