/** Buttons with data-copy (the id of a field) put what the field holds on the clipboard. */

export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
  }
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
    if (button) void copy(button);
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const field = document.getElementById(button.dataset["copy"] ?? "") as HTMLInputElement | null;
  if (!field) return;
  field.select();
  // Where a page may not write to the clipboard the text stays selected, to be copied by hand.
  if (await written(field.value)) tell(button);
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function tell(button: HTMLButtonElement): void {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.parentElement?.querySelector("[data-told]")?.remove();
  status.dataset["told"] = "";
  button.after(status);
  status.textContent = button.dataset["copied"] ?? "";
}
