// Builds ../static (or the folder named) from the sources here. Nothing else writes to that folder.
import { mkdir, readFile, rm, writeFile, copyFile, readdir } from "node:fs/promises";
import path from "node:path";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = import.meta.dirname;
const out = path.resolve(process.argv[2] ?? path.join(here, "..", "static"));
const dkfds = path.join(here, "node_modules", "dkfds");

/** The icons that pages may name (macro `icon`), out of dkfds' hundred and fifty. */
const ICONS = [
  "arrow-back", "bookmark", "check", "chevron-left", "chevron-right", "close", "delete", "document",
  "download", "edit", "error", "file-excel", "first-page", "groups", "help", "info", "language",
  "last-page", "list-add", "lock", "location", "map", "menu", "minus", "plus", "refresh", "search",
  "settings", "sort-table-ascending", "sort-table-descending", "sort-table-none", "success", "time",
  "tune", "upload", "visibility", "warning", "zoom-in", "zoom-out",
];

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  target: ["es2022"],
  legalComments: "none",
  absWorkingDir: here,
};

async function scripts() {
  const built = await esbuild.build({
    ...shared,
    entryPoints: ["src/app.ts", "src/map.ts", "src/map-file.ts", "src/place.ts", "src/time.ts",
      "src/event.ts", "src/event-worker.ts"],
    format: "iife",
    // Leaflet's own sheet and pictures become place.css.
    loader: { ".png": "dataurl" },
    outdir: out,
  });
  return Object.keys(built.metafile.inputs);
}

async function styles() {
  const { css } = await sass.compileAsync(path.join(here, "styles", "app.scss"), {
    quietDeps: true,
    // dkfds' forwarded variables are evaluated as if they were ours, so quietDeps misses them.
    silenceDeprecations: ["if-function"],
  });
  await esbuild.build({
    ...shared,
    stdin: { contents: css, loader: "css", resolveDir: path.join(here, "styles") },
    // Icons go into the sheet; the letters stay files that a browser fetches when it needs them.
    loader: { ".svg": "dataurl", ".woff2": "file" },
    assetNames: "fonts/[name]",
    outfile: path.join(out, "app.css"),
  });
}

async function icons() {
  const drawn = await Promise.all(ICONS.map(async (name) => {
    const svg = await readFile(path.join(dkfds, "dist", "img", "svg-icons", `${name}.svg`), "utf8");
    const box = /viewBox="([^"]+)"/.exec(svg)[1];
    const inside = svg.replace(/^[^]*?<svg[^>]*>/, "").replace(/<\/svg>[^]*$/, "").trim();
    return `<symbol id="${name}" viewBox="${box}">${inside}</symbol>`;
  }));
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg">\n${drawn.join("\n")}\n</svg>\n`;
  await writeFile(path.join(out, "icons.svg"), sheet);
  await copyFile(path.join(here, "img", "samspil.svg"), path.join(out, "samspil.svg"));
}

/** Every package that went into the scripts, with the licence texts it ships. */
async function licences(inputs) {
  const folder = path.join(out, "licences");
  await mkdir(folder, { recursive: true });
  const names = new Set(["dkfds"]);
  for (const file of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (found) names.add(found[1]);
  }
  for (const name of [...names].sort()) {
    const at = path.join(here, "node_modules", name);
    const about = JSON.parse(await readFile(path.join(at, "package.json"), "utf8"));
    const files = (await readdir(at)).filter((f) => /^licen[cs]e/i.test(f)).sort();
    if (!files.length) throw new Error(`${name} ships no licence text`);
    const texts = await Promise.all(files.map((f) => readFile(path.join(at, f), "utf8")));
    const head = `${name} ${about.version}\n${about.license}\n\n`;
    await writeFile(path.join(folder, `${name.replace("/", "-")}.txt`), head + texts.join("\n\n"));
  }
  const plex = path.join(dkfds, "dist", "fonts", "IBMPlexSans", "split", "woff2", "license.txt");
  await copyFile(plex, path.join(folder, "ibm-plex-sans.txt"));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const inputs = await scripts();
await Promise.all([styles(), icons(), licences(inputs)]);
