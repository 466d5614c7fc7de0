// Who is chosen on one map is chosen on the other: the ways between the two carry it.

/** An address says no more than this: browsers and proxies cut long ones. */
const MOST = 50;

/** The address with these organisations marked, and no others. */
export function marked(address: string, ids: string[]): string {
  const url = new URL(address, location.href);
  url.searchParams.delete("mark");
  ids.slice(0, MOST).forEach((id) => url.searchParams.append("mark", id));
  return url.pathname + url.search;
}

/** Let the links from the network map to the geographic one, and back, carry who is chosen. */
export function carry(ids: string[]): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".map-tabs__link, [data-place='network']")) {
    if (/\/maps(\/place)?$/.test(link.pathname)) link.href = marked(link.href, ids);
  }
}
