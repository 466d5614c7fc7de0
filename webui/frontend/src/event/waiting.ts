// Intentions that have been noted here and not sent yet, each under a name of its own in the
// browser's storage: two windows do not write over one another.

export interface Noted {
  id: string;
  event: string;
  names: string;
  a: string;
  b: string;
  text: string;
  signed_by: string;
  noted_by: string;
  signed: string;
  refused?: string;
}

const PREFIX = "samspil-intention:";

/** An id that nobody else makes; also where the page came without HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
}

export function keep(noted: Noted): void {
  localStorage.setItem(PREFIX + noted.id, JSON.stringify(noted));
}

export function drop(id: string): void {
  localStorage.removeItem(PREFIX + id);
}

/** All that waits in this browser, whatever the event; the first noted first. */
export function waiting(): Noted[] {
  const found = Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => JSON.parse(localStorage.getItem(name) ?? "{}") as Noted);
  return found.sort((one, other) => one.signed.localeCompare(other.signed));
}
