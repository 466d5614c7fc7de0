// Texts as they are searched.

/** Lower case without accents; å and aa, ø and oe, æ and ae are one, as in the server's search. */
export function fold(text: string): string {
  const low = text.toLowerCase().replace(/\s+/g, " ").trim();
  // Most names are plain letters: the rest is slow over tens of thousands.
  if (/^[\x20-\x7e]*$/.test(low)) return low;
  return low
    .replace(/å/g, "aa")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
