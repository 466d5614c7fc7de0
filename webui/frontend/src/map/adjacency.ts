// Who is tied to whom, looked up from either end.
import type { MapData } from "./data";

export class Adjacency {
  private readonly first: Int32Array;
  private readonly tie: Int32Array;
  private readonly hubsOf = new Map<number, number[]>();

  constructor(private readonly data: MapData) {
    const { a, b, count, tieCount } = data;
    this.first = new Int32Array(count + 1);
    for (let k = 0; k < tieCount; k += 1) {
      this.first[a[k]! + 1]! += 1;
      this.first[b[k]! + 1]! += 1;
    }
    for (let k = 0; k < count; k += 1) this.first[k + 1]! += this.first[k]!;
    this.tie = new Int32Array(2 * tieCount);
    const free = this.first.slice();
    for (let k = 0; k < tieCount; k += 1) {
      this.tie[free[a[k]!]!++] = k;
      this.tie[free[b[k]!]!++] = k;
    }
    data.hubs.forEach((hub, k) => {
      for (const member of hub.members) this.hubsOf.set(member, [...(this.hubsOf.get(member) ?? []), k]);
    });
  }

  /** The numbers of a node's ties. */
  ties(index: number): Int32Array {
    return this.tie.subarray(this.first[index]!, this.first[index + 1]!);
  }

  /** The numbers of the hubs that a node is a member of. */
  hubs(index: number): number[] {
    return this.hubsOf.get(index) ?? [];
  }

  other(tie: number, index: number): number {
    return this.data.a[tie] === index ? this.data.b[tie]! : this.data.a[tie]!;
  }

  /** Those tied to a node or together with it in a hub, each once. */
  partners(index: number): number[] {
    const found = new Set<number>();
    for (const tie of this.ties(index)) found.add(this.other(tie, index));
    for (const hub of this.hubs(index)) {
      for (const member of this.data.hubs[hub]!.members) found.add(member);
    }
    found.delete(index);
    return [...found];
  }
}
