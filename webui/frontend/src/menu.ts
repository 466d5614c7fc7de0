/** The menu button of narrow screens. */
export function openMenu(): void {
  const button = document.querySelector<HTMLButtonElement>(".js-menu-open");
  const menu = document.getElementById("main-menu");
  if (!button || !menu) return;
  const set = (open: boolean): void => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.classList.contains("is-open")) return;
    set(false);
    button.focus();
  });
}
