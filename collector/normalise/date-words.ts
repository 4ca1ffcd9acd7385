// Month names and short forms, by language, January first; forms of one month are separated by `|`.
const monthNames = [
  'january february march april may june july august september|sept october november december',
  'janvier|janv février|fevrier|févr|fevr|fév|fev mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc',
  'januar|jänner|jän februar|feber märz|maerz|mär|mrz april mai juni juli august september oktober|okt november dezember|dez',
  'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic',
  'gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre dicembre',
  'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  'janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro|out novembro dezembro',
];

const months = new Map<string, number>();
for (const names of monthNames)
  for (const [at, forms] of names.split(' ').entries())
    for (const form of forms.split('|')) {
      months.set(form, at + 1);
      // Three letters are the usual short form; juin and juillet share theirs and are left to the full names.
      const short = form.slice(0, 3);
      if (short !== 'jui' && !months.has(short)) months.set(short, at + 1);
    }

/** Number of the month, 1 to 12, from its name in English, French, German, Spanish, Italian, Dutch or Portuguese. */
export const monthOf = (name: string): number | undefined => months.get(name.toLowerCase().normalize('NFC'));

// Hours east of UTC. Of names that several zones share, the one that feeds use most (IST: India, BST: Britain).
const zones: Record<string, number> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  ast: -4,
  adt: -3,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  msk: 3,
  trt: 3,
  gst: 4,
  pkt: 5,
  ist: 5.5,
  wib: 7,
  ict: 7,
  sgt: 8,
  hkt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};
const zoneMinutes = new Map(Object.entries(zones).map(([name, hours]) => [name, hours * 60]));

/**
 * Minutes east of UTC. 0 where no zone is named, where the name is not known and where no place on earth has the offset:
 * at most 14 hours off, while giving the date up would move an old item to today.
 */
export function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const name = zone.toLowerCase().replace('\u2212', '-').replaceAll(' ', '');
  const found = /^(?:gmt|utc|ut)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (!found) return zoneMinutes.get(name) ?? 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  if (minutes > 14 * 60) return 0;
  return found[1] === '-' ? -minutes : minutes;
}
