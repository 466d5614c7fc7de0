/** Bring a reader to the list of what is wrong, so that it is read out at once. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-role="error-summary"]')?.focus();
}

/** A form or button with data-confirm asks first. */
export function askBeforeSubmit(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const pressed = (event as SubmitEvent).submitter;
    const question = pressed?.dataset["confirm"] ?? form.dataset["confirm"];
    if (question && !window.confirm(question)) event.preventDefault();
  });
}
