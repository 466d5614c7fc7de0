// What is told of what the pointer is on, beside it.
import type { MapCanvas } from "./canvas";

/** Texts with `{n}` for a number. */
export interface Counted {
  one: string;
  many: string;
}

export function counted({ one, many }: Counted, n: number): string {
  return n === 1 ? one : many.replace("{n}", String(n));
}

export interface Words {
  ties: Counted;
  organisations: Counted;
}

const AWAY = 14;

/** Lines for what is pointed at: the first is its name. */
function lines(map: MapCanvas, words: Words): string[] {
  const { hovered, data } = map;
  if (!hovered) return [];
  if (hovered.kind === "node") {
    const about = data.about(hovered.index);
    return [data.names[hovered.index]!, about, counted(words.ties, data.degree[hovered.index]!)];
  }
  if (hovered.kind === "hub") {
    const hub = data.hubs[hovered.index]!;
    return [hub.title, counted(words.organisations, hub.members.length)];
  }
  const group = data.groups[hovered.index]!;
  return [group.name, counted(words.organisations, group.members)];
}

/** Show it beside the pointer; the panel and the live region say the same to those who see no pointer. */
export function listenToHover(map: MapCanvas, words: Words): void {
  const tip = document.createElement("div");
  tip.className = "map__tip";
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  map.place.append(tip);
  const beside = (event: PointerEvent): void => {
    if (tip.hidden) return;
    const box = map.place.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const left = x + AWAY + tip.offsetWidth > box.width ? x - AWAY - tip.offsetWidth : x + AWAY;
    const top = y + AWAY + tip.offsetHeight > box.height ? y - AWAY - tip.offsetHeight : y + AWAY;
    tip.style.transform = `translate(${Math.max(left, 0)}px, ${Math.max(top, 0)}px)`;
  };
  map.addEventListener("hover", () => {
    const said = lines(map, words).filter(Boolean);
    tip.hidden = said.length === 0;
    tip.replaceChildren(...said.map((text, k) => Object.assign(document.createElement(k ? "span" : "strong"), { textContent: text })));
  });
  map.place.addEventListener("pointermove", beside);
}
