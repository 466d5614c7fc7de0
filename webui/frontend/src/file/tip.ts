// What is told of the organisation under the pointer: a line beside it, as text.
import type { MapNode } from "./types";

const AWAY = 14;

export class Tip {
  constructor(private readonly line: HTMLElement) {}

  /** Show what is known of a node at a place in the picture; nothing hides the line. */
  show(node: MapNode | undefined, at: { x: number; y: number }): void {
    this.line.hidden = !node;
    if (!node) return;
    this.line.textContent = [node.label, node.about, node.ties_text].join(" · ");
    this.line.style.left = `${at.x + AWAY}px`;
    this.line.style.top = `${at.y + AWAY}px`;
  }
}
