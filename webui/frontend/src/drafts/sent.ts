// Whether the form that was sent last was taken: the page after it knows.
//
// Every page that saves leads on to another (303), and one that refuses answers itself. So a page
// that was led to, and began to load when the form was sent, is the proof that it was saved.

const SENT = "samspil:sent";
const SOON = 5000;

interface Sent {
  key: string;
  at: number;
}

function last(): Sent | null {
  try {
    return JSON.parse(sessionStorage.getItem(SENT) ?? "null") as Sent | null;
  } catch {
    return null;
  }
}

function remember(form: Sent | null): void {
  try {
    if (form) sessionStorage.setItem(SENT, JSON.stringify(form));
    else sessionStorage.removeItem(SENT);
  } catch {
    // No storage: then nothing was kept that would have to be forgotten.
  }
}

interface Answer {
  key: string;
  well: boolean;
}

function read(): Answer | null {
  const form = last();
  remember(null);
  const [way] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!form || !way || Math.abs(performance.timeOrigin - form.at) > SOON) return null;
  return { key: form.key, well: way.redirectCount > 0 };
}

let answer: Answer | null | undefined;

/** The form that this page is the answer to, and whether it was taken; null for other pages. */
export function answered(): Answer | null {
  if (answer === undefined) answer = read();
  return answer;
}

/** A form was sent from this tab. */
export function sent(key: string): void {
  remember({ key, at: Date.now() });
}

/** The form that this page answers is sent once more from here. */
export function sentAgain(): void {
  const form = answered();
  if (form) sent(form.key);
}
