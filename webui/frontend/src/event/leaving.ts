// What an evening leaves in a browser is taken away when somebody signs out: the page that was put
// by, and where the clock stood. What has not been sent stays, and is asked about.
import { PUT_BY } from "./put-by-name";
import { waiting } from "./waiting";

export const CLOCK = "samspil-clock:";

/** On every page: ask before signing out with something unsent; on the sign-in page: tidy up. */
export function tidyWhenLeaving(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-role="sign-out"]');
  form?.addEventListener("submit", (event) => {
    const left = waiting().length;
    const question = form.dataset["unsent"]?.replace("{n}", String(left));
    if (left > 0 && question && !window.confirm(question)) event.preventDefault();
  });
  const said = document.querySelector<HTMLElement>('[data-role="unsent"]');
  if (!said) return;
  said.hidden = waiting().length === 0;
  void forget();
}

async function forget(): Promise<void> {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(CLOCK)) localStorage.removeItem(name);
  }
  if ("caches" in window) await caches.delete(PUT_BY);
  if (!("serviceWorker" in navigator)) return;
  for (const each of await navigator.serviceWorker.getRegistrations()) {
    if (each.scope.endsWith("/events/")) await each.unregister();
  }
}
