import "htmx.org";
import { clear, fail } from "./shared/say";

interface RequestDetail {
  ctx: {
    request: { method: string; headers: Record<string, string> };
    response?: { status: number };
    text?: string;
    swap?: string;
  };
}

const SAFE = ["GET", "HEAD", "OPTIONS"];
const FAULTY_FORM = 422;

function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** What an error page says: what is wrong, and what to do; nothing if it is no error page. */
function refusal(page = ""): string {
  const said = new DOMParser().parseFromString(page, "text/html").querySelector<HTMLElement>("[data-refusal]");
  return said?.dataset["refusal"] ?? "";
}

/** Give every htmx request that writes its CSRF token, and say why when one is refused. */
export function guardRequests(): void {
  document.addEventListener("htmx:config:request", (event) => {
    const { request } = (event as CustomEvent<RequestDetail>).detail.ctx;
    if (!SAFE.includes(request.method.toUpperCase())) request.headers["X-CSRFToken"] = token();
  });
  document.addEventListener("htmx:response:error", (event) => {
    const { ctx } = (event as CustomEvent<RequestDetail>).detail;
    const told = refusal(ctx.text);
    if (told) ctx.swap = "none"; // what is on the page stays, to be corrected
    // A form that comes back says itself what is wrong with it.
    if (told || ctx.response?.status !== FAULTY_FORM) fail(told);
  });
  document.addEventListener("htmx:error", () => fail());
  document.addEventListener("htmx:before:request", (event) => {
    // Names that are looked up while one types take nothing back.
    if (!(event.target as Element).closest("[data-type-ahead]")) clear();
  });
}
