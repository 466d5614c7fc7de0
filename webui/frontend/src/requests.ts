import "htmx.org";

interface RequestDetail {
  ctx: { request: { method: string; headers: Record<string, string> } };
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

function say(text: string): void {
  const place = document.getElementById("live-message");
  if (place) place.textContent = text;
}

/** Give every htmx request that writes its CSRF token, and say so when one fails. */
export function guardRequests(): void {
  document.addEventListener("htmx:config:request", (event) => {
    const { request } = (event as CustomEvent<RequestDetail>).detail.ctx;
    if (!SAFE.includes(request.method.toUpperCase())) request.headers["X-CSRFToken"] = token();
  });
  const failed = document.getElementById("live-message")?.dataset["failed"] ?? "";
  document.addEventListener("htmx:response:error", () => say(failed));
  document.addEventListener("htmx:error", () => say(failed));
  document.addEventListener("htmx:before:request", () => say(""));
}
