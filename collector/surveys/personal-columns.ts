/** Headers are short; a question that says "your e-mails" is none. */
const longestHeader = 40;

/** Headers under which exports, and people who make sheets, write who answered. Lower case, in five languages. */
const personal = [
  /e-?mail|courriel|correo/,
  /(^|[^a-z])ip([^a-z]|$)|ipaddress/,
  /phone|telefon|telefono|teléfono|téléphone|mobile( number|$)|handy|whats ?app/,
  /(first|last|full|family|given|middle|user|recipient|contact|customer|respondent|client)[ _-]?name/,
  /^(your )?names?$|surname|vorname|nachname|prénom|prenom|^nom$|apellido|cognome|^nombre$|^person([._ ]|$)/,
  /(^|[^a-z])address|adresse|anschrift|dirección|direccion|indirizzo|street|straße|strasse|postcode|post code|zip ?code|postal|(^|[^a-z])(plz|zip)([^a-z]|$)/,
  /wohnort|wohnhaft|domicil/,
  /latitude|longitude/,
  /birth|geburt|naissance|nacimiento|nascita|(^|[^a-z])d\.?o\.?b\.?([^a-z]|$)/,
  /姓名|氏名|名前|住所|地址|生年月日|出生|電話|电话|이름|성명|주소|생년월일|전화/,
  /network ?id/,
  /^((your|main|primary|our) )?contacts?$|contact (person|partner|details|info)|contactperson|contactpersoon|kontaktperson|ansprechpartner|interlocuteur|interlocutor|persona de contacto/,
  /(account|case|customer success|relationship|sales) (manager|owner|rep|representative)|^(manager|owner|sales ?rep|csm)$/,
];

/** What Delighted, and others who let a team send along what it knows, put before the names of such columns: Properties.Plan. */
const property = /^(?:person[_ ])?properties[._: ]+/;

/** Whether a column is about who answered, by its header. Those are never kept, and never read for a figure. */
export function isPersonalHeader(header: string): boolean {
  const name = header.trim().toLowerCase().replace(property, '');
  return name.length <= longestHeader && personal.some((pattern) => pattern.test(name));
}

/** Headers of columns that tell single people apart, or whom somebody dealt with: an id of theirs may count once, but is no segment. */
const ofOne =
  /^(?:patient|respondent|participant|employee|agent|advis[eo]r|rep|driver|teacher|doctor|mitarbeiter(?:in)?|bearbeiter(?:in)?|betreuer(?:in)?|berater(?:in)?|teilnehmer(?:in)?)(?:[ _-]?(?:id|name))?$|user ?name|nick ?name|residen(?:ce|cia|za)|^担当者?$|^담당자$/;

/** What nobody may be counted by unless they agreed in so many words (article 9 of the GDPR), in five languages. */
const special = [
  /(?<![a-z]|(?:customer|account|client) )(?:health|illness|disease|diagnos[ie]s|disabilit(?:y|ies)|medical|pregnan)(?![a-z]| (?:score|insur|plan|club|app|product|store|shop|food|care (?:plan|product)))/,
  /gesundheit(?!s(?:kasse|app|produkt|tarif))|krankheit|behinderung|diagnose|schwanger|santé|maladie|handicap|salud|enfermedad|discapacidad|salute|malattia/,
  /religi|(?<![a-z])(?:faith|belief|creed)s?(?![a-z])|konfession|glauben|croyance|creencia/,
  /ethnic|ethnie|ethnisch|etnia|étnic|(?<![a-z])races?(?![a-z])|racial|hautfarbe|migrationshintergrund/,
  /sexual|sexuell|sexuel|(?<![a-z])lgbt/,
  /politic|politisch|politique|polític|(?<![a-z])(?:party|partei) ?(?:affiliation|membership|zugehörigkeit)|parteizugehörigkeit|(?<![a-z])vot(?:e|ed|ing|er)(?![a-z])/,
  /trade ?union|union member|gewerkschaft|syndicat|sindicato|sindacato/,
  /biometri|genetic|genetisch|génétique|blood (?:type|group)|blutgruppe/,
];

/** Why a column is no segment by its header, as the end of a sentence; nothing where it may be one. */
export function segmentHeaderFlaw(header: string): string | undefined {
  const name = header.trim().toLowerCase().replace(property, '');
  if (isPersonalHeader(name) || ofOne.test(name)) return 'which is about who answered';
  if (special.some((pattern) => pattern.test(name)))
    return 'which is about health, belief, origin or the like (article 9 of the GDPR)';
  return undefined;
}
