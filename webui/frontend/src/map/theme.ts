// The colours of the picture itself; those of nodes and ties come with the data.

export interface Theme {
  paper: string;
  ink: string;
  halo: string;
  /** What lies over the rest when something is pointed at. */
  veil: string;
  ground: string;
  groundEdge: string;
  strong: string;
  proposal: string;
  bundle: string;
  /** In forced colours every node has an edge, for its fill may be near the paper's. */
  edged: boolean;
}

const OWN: Theme = {
  paper: "#ffffff",
  ink: "#1a1a1a",
  halo: "rgba(255, 255, 255, 0.92)",
  veil: "rgba(255, 255, 255, 0.8)",
  ground: "#f1f5f5",
  groundEdge: "#d5dfe0",
  strong: "#4d6167",
  proposal: "#8a2c7c",
  bundle: "#7d9297",
  edged: false,
};

const FORCED: Theme = {
  paper: "Canvas",
  ink: "CanvasText",
  halo: "Canvas",
  veil: "color-mix(in srgb, Canvas 80%, transparent)",
  ground: "color-mix(in srgb, Canvas 92%, CanvasText)",
  groundEdge: "GrayText",
  strong: "CanvasText",
  proposal: "Highlight",
  bundle: "GrayText",
  edged: true,
};

/** What a name of the system's colours stands for now: a bitmap away from the page cannot know. */
function resolved(colour: string): string {
  const probe = document.createElement("span");
  probe.style.forcedColorAdjust = "none";
  probe.style.color = colour;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

export function theme(): Theme {
  if (!matchMedia("(forced-colors: active)").matches) return OWN;
  const colours = Object.entries(FORCED).map(([name, value]) => [name, typeof value === "string" ? resolved(value) : value]);
  return Object.fromEntries(colours) as Theme;
}

/** Fetch the letters of names: measured before they are there, names would have wrong widths. */
export async function letters(): Promise<void> {
  const fetched = [400, 600].map((weight) => document.fonts.load(`${weight} 13px ${FONT}`));
  await Promise.allSettled(fetched);
}

export const FONT = '"IBM Plex Sans", system-ui, sans-serif';
