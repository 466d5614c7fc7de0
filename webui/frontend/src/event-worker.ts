// Answers for pages below /events while there is no network: with what the page of an evening has
// put by (event/put-by.ts). With network every answer is fresh, but for files whose address
// changes with what is in them. Nothing is put by here.
/// <reference lib="webworker" />
import { PUT_BY } from "./event/put-by-name";

const worker = self as unknown as ServiceWorkerGlobalScope;
/** A network that answers later than this is as good as none. */
const PATIENCE = 6000;

worker.addEventListener("install", () => { void worker.skipWaiting(); });
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: PUT_BY, ignoreVary: true, ignoreSearch: isPage(request) });
  if (!kept) return fetch(request);
  if (!isPage(request)) return kept;
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return kept;
  }
}

/** Pages are asked for anew; `?a=…` only says what their form begins with. */
function isPage(request: Request): boolean {
  return request.mode === "navigate" || new URL(request.url).pathname.endsWith("/run");
}
