// What is typed into a form with data-draft="its key" is kept until it has been saved, and offered
// again when the form is opened anew: after a lost session, a closed lid, a browser that crashed.
import { DraftForm, offerOf } from "./drafts/form";
import { answered, sentAgain } from "./drafts/sent";
import { DraftStore } from "./drafts/store";

interface Answered {
  ctx: { response?: { status: number } };
}

const known = new WeakMap<HTMLFormElement, DraftForm>();

function ours(): DraftStore {
  return new DraftStore(offerOf()?.dataset["owner"] ?? "");
}

/** Keep what is typed into the forms below `root`; once each. */
export function keepDrafts(root: ParentNode): void {
  const store = ours();
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    if (!known.has(form)) known.set(form, new DraftForm(form, form.dataset["draft"] ?? "", store));
  }
}

/** What goes on beside the forms: pages that come after them, sending again, signing out. */
export function watchDrafts(): void {
  const answer = answered();
  if (answer?.well) ours().forget(answer.key);
  document.addEventListener("submit", (event) => {
    const role = (event.target as HTMLFormElement).dataset["role"];
    if (role === "kept-form") sentAgain();
    if (role === "sign-out") DraftStore.forgetAll();
  });
  document.addEventListener("htmx:after:request", (event) => {
    const status = (event as CustomEvent<Answered>).detail.ctx.response?.status ?? 500;
    if (event.target instanceof HTMLFormElement && status < 400) known.get(event.target)?.saved();
  });
}
