// Telling what happened: to those who listen, and, where something failed, to everybody.

function write(id: string, text: string): void {
  const place = document.getElementById(id);
  if (place && place.textContent !== text) place.textContent = text;
}

/** Read out by a screen reader; the page shows the same in its own way. */
export function say(text: string): void {
  write("live-message", text);
}

/** Shown and read out until `clear`; without a text, that something went wrong. */
export function fail(text = ""): void {
  write("failed-message", text || (document.getElementById("failed-message")?.dataset["failed"] ?? ""));
}

export function clear(): void {
  write("live-message", "");
  write("failed-message", "");
}
