// Where what is being typed is kept: in this browser, for a day, for one person.
//
// localStorage and not sessionStorage: who comes back after a night, or by the link in a mail,
// has another tab. So that on a shared computer nobody is shown what another wrote, whose it is
// belongs to the key, and signing out forgets everything.

const DAY = 24 * 60 * 60 * 1000;
const ROOM = "samspil:draft:";
/** Nobody types more; a browser keeps some millions of characters of all forms together. */
const MOST = 200_000;

/** One field of a form: its name, the how-maniest of that name it is, what it holds, and held first. */
export type Kept = [name: string, nth: number, value: Value, first: Value];
export type Value = string | boolean;

export interface Draft {
  at: number;
  fields: Kept[];
}

function read(key: string): Draft | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    return found && Date.now() - found.at < DAY ? found : null;
  } catch {
    return null; // no storage (a strict browser), or not ours
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(ROOM));
  } catch {
    return [];
  }
}

export class DraftStore {
  constructor(private readonly owner: string) {
    for (const key of keys()) if (!read(key)) localStorage.removeItem(key);
  }

  read(name: string): Draft | null {
    return read(this.key(name));
  }

  write(name: string, fields: Kept[]): void {
    const text = JSON.stringify({ at: Date.now(), fields } satisfies Draft);
    try {
      if (fields.length === 0 || text.length > MOST) localStorage.removeItem(this.key(name));
      else localStorage.setItem(this.key(name), text);
    } catch {
      // No room, or none allowed: the page works as without this script.
    }
  }

  forget(name: string): void {
    this.write(name, []);
  }

  /** Everybody's, and all of it. */
  static forgetAll(): void {
    for (const key of keys()) localStorage.removeItem(key);
  }

  private key(name: string): string {
    return `${ROOM}${this.owner}:${name}`;
  }
}
