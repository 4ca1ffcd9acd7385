/** Headers are short; a question that says "your e-mails" is none. */
const longestHeader = 40;

/** Headers under which exports, and people who make sheets, write who answered. Lower case, in five languages. */
const personal = [
  /e-?mail|courriel|correo/,
  /(^|[^a-z])ip([^a-z]|$)|ipaddress/,
  /phone|telefon|telefono|teléfono|téléphone|mobile( number|$)|handy|whats ?app/,
  /(first|last|full|family|given|middle|user|recipient|contact|customer|respondent|client)[ _-]?name/,
  /^(your )?names?$|surname|vorname|nachname|prénom|prenom|^nom$|apellido|cognome|^nombre$|^person(\.|_|$)|^person /,
  /(^|[^a-z])address|adresse|anschrift|dirección|indirizzo|street|straße|postcode|post code|zip ?code|postal|(^|[^a-z])plz([^a-z]|$)/,
  /latitude|longitude/,
  /birth|geburt|naissance|nacimiento/,
  /network ?id/,
  /^((your|main|primary|our) )?contacts?$|contact (person|partner|details|info)|contactperson|contactpersoon|kontaktperson|ansprechpartner|interlocuteur|interlocutor|persona de contacto/,
  /(account|case|customer success|relationship|sales) (manager|owner|rep|representative)|^(manager|owner|sales ?rep|csm)$/,
];

/** Whether a column is about who answered, by its header. Those are never kept, and never read for a figure. */
export function isPersonalHeader(header: string): boolean {
  const name = header.trim().toLowerCase();
  return name.length <= longestHeader && personal.some((pattern) => pattern.test(name));
}
