const malay =
  /\b(?:awak|bahawa|cukai|dikemas|hospital|ialah|kedai|kenapa|kerajaan|kerana|kereta|mahu|pejabat|percuma|peratus|polis|ringgit|sahaja|selepas|semasa|syarikat|tiada|wayar)\b/gi;
const indonesian =
  /\b(?:banget|bisa|gak|gratis|kantor|karena|mobil|nggak|pemerintah|persen|perusahaan|polisi|ponsel|rupiah|setelah|toko|uang)\b/gi;

/** Which of two near languages a text is in that the n-grams do not tell apart; in doubt the larger, Indonesian. */
export const isMalay = (text: string): boolean =>
  (text.match(malay)?.length ?? 0) > (text.match(indonesian)?.length ?? 0);
