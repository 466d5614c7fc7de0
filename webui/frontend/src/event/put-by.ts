// The page of an evening and its files, kept for when the network is gone.
import { PUT_BY } from "./put-by-name";

/** The address of the page without what its form begins with. */
export function pageAddress(): string {
  return location.origin + location.pathname;
}

/** The page as it is now on the server; null where somebody has to sign in first. */
export async function fresh(): Promise<Document | null> {
  const answer = await fetch(pageAddress(), { cache: "no-store" });
  if (!answer.ok || answer.redirected) return null;
  await putBy(answer.clone());
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Let the worker answer for this page from now on. */
export async function stayWithoutNetwork(worker: string, scope: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(worker, { scope });
  await loaded();
  await fresh();
}

async function putBy(page: Response): Promise<void> {
  if (!("caches" in window)) return;
  const files = performance.getEntriesByType("resource")
    .map((each) => each.name)
    .filter((each) => each.startsWith(location.origin) && new URL(each).pathname.includes("/static/"));
  const kept = await caches.open(PUT_BY);
  await kept.put(pageAddress(), page);
  await Promise.all(files.map(async (each) => {
    if (!(await kept.match(each, { ignoreVary: true }))) await kept.add(each);
  }));
}

function loaded(): Promise<void> {
  return new Promise((done) => {
    if (document.readyState === "complete") done();
    else window.addEventListener("load", () => done(), { once: true });
  });
}
