// The fields of a form whose content may be kept, and what they hold.
import type { Value } from "./store";

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

/** The fields that may be kept, each with the how-maniest of its name it is. */
export function* fieldsOf(form: HTMLFormElement): Generator<[Field, number]> {
  const met = new Map<string, number>();
  for (const field of form.elements as Iterable<Element> & HTMLFormControlsCollection) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    if (!field.name || NEVER.has(field.type)) continue;
    const nth = met.get(field.name) ?? 0;
    met.set(field.name, nth + 1);
    yield [field, nth];
  }
}

function ticks(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

export function valueOf(field: Field): Value {
  return ticks(field) ? field.checked : field.value;
}

/** What the field held when the page came. */
export function original(field: Field): Value {
  if (ticks(field)) return field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return chosen?.value ?? "";
}

/** Fill a field as if somebody had typed it. */
export function put(field: Field, value: Value): void {
  if (ticks(field)) field.checked = Boolean(value);
  else field.value = String(value);
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}
