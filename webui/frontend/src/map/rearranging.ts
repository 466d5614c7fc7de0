// The whole network laid out anew at the press of a button: everybody moves, nothing jumps.
import { fail, say } from "../shared/say";
import type { MapCanvas } from "./canvas";
import type { MapData } from "./data";

/** Send the form that asks for it in the background, and show the new places as a move. */
export function listenToRearranging(map: MapCanvas, fetchData: () => Promise<MapData>): void {
  document.addEventListener("submit", async (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("form[data-role='rearrange']");
    if (!form) return;
    event.preventDefault();
    const button = form.querySelector("button")!;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      map.show(await fetchData());
      map.fit();
      say(form.dataset["done"]!);
    } catch {
      fail();
    } finally {
      button.disabled = false;
    }
  });
}
