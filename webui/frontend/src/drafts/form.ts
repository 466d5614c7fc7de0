// One form: what is typed into it is written down, and what was typed before is offered.
import { say } from "../shared/say";
import { fieldsOf, original, put, valueOf, type Field } from "./fields";
import { answered, sent } from "./sent";
import type { Draft, DraftStore, Kept, Value } from "./store";

const PAUSE = 400;

/** A form whose typing is kept. */
export class DraftForm {
  /** What was kept before this page came, and is neither taken nor thrown away. */
  private old: Draft | null;
  private waiting = 0;

  constructor(private readonly form: HTMLFormElement, private readonly key: string, private readonly store: DraftStore) {
    this.old = store.read(key);
    const answer = answered();
    const cameBack = answer?.key === key && !answer.well; // with all that is kept in it
    if (this.old && !cameBack) {
      if (this.lost(this.old).length > 0) this.offer(this.old);
      else this.old = null;
    }
    if (this.typed().length === 0) store.forget(key);
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    addEventListener("pagehide", () => this.now());
    form.addEventListener("submit", () => {
      this.now();
      sent(key);
    });
  }

  saved(): void {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.store.forget(this.key);
  }

  private later(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.now(), PAUSE);
  }

  private now(): void {
    if (!this.waiting) return;
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.store.write(this.key, this.typed());
  }

  /** What differs from how the page came, above what was kept before. */
  private typed(): Kept[] {
    const kept = new Map((this.old?.fields ?? []).map((each) => [`${each[1]} ${each[0]}`, each]));
    for (const [field, nth] of fieldsOf(this.form)) {
      const value = valueOf(field);
      const name = `${nth} ${field.name}`;
      const first = kept.get(name)?.[3] ?? original(field);
      if (value !== original(field)) kept.set(name, [field.name, nth, value, first]);
    }
    return [...kept.values()];
  }

  /** The fields of a draft that are here and hold something else, with what to put into them. */
  private lost(draft: Draft): [Field, Value][] {
    const here = new Map([...fieldsOf(this.form)].map(([field, nth]) => [`${nth} ${field.name}`, field]));
    return draft.fields.flatMap(([name, nth, value, first]): [Field, Value][] => {
      const field = here.get(`${nth} ${name}`);
      if (!field || valueOf(field) === value) return [];
      const now = original(field);
      if (now === first) return [[field, value]];
      // Somebody has saved something else since: it stays, and of texts both are seen.
      return field instanceof HTMLTextAreaElement && now ? [[field, `${now}\n\n${value}`]] : [];
    });
  }

  private offer(draft: Draft): void {
    const shown = offerOf()?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
    if (!shown) return;
    const when = shown.querySelector("time");
    if (when) {
      const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
      when.textContent = format.format(draft.at);
      when.dateTime = new Date(draft.at).toISOString();
    }
    shown.querySelector("[data-draft-take]")?.addEventListener("click", () => {
      this.old = null;
      const fields = this.lost(this.store.read(this.key) ?? draft);
      fields.forEach(([field, value]) => put(field, value));
      say(shown.dataset["taken"] ?? "");
      shown.remove();
      fields[0]?.[0].focus();
    });
    shown.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
      this.old = null;
      this.store.write(this.key, this.typed());
      shown.remove();
      [...fieldsOf(this.form)][0]?.[0].focus();
    });
    this.form.prepend(shown);
  }
}

/** The frame's markup for the offer; whose drafts these are stands in it. */
export function offerOf(): HTMLTemplateElement | null {
  return document.querySelector<HTMLTemplateElement>("template#draft-offer");
}
