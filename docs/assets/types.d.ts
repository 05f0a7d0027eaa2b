// Types that tsc cannot find by itself: modules that the build puts beside these files, and globals. Not published.

/** Written by macros/browser/bundle.py. Paths are relative to the root of the site. */
declare module "*/runtime/start.js" {
  export const plan: {
    runtime: string;
    python: string;
    citations: string;
    /** Pyodide's lock file, as text. */
    lock: string;
    /** A hash of all that Python starts from. */
    build: string;
    /** The zip files of each group of tools. */
    groups: Record<string, string[]>;
    /** Whether the build uses Pyodide's own standard library and start (STOCK_PYODIDE). */
    stock: boolean;
  };
  export const scripts: () => Promise<typeof import("pyodide")>;
}

/** Copied from the npm package. */
declare module "*/reveal/reveal.mjs" {
  export { default } from "reveal.js";
}

/** USB edition: every embedded file calls this with its name and its content in base64. */
declare var receiveEmbedded: (name: string, content: string) => void;

// Service worker: written above it by macros/features/offline/publish.py.
declare const SCRIPTS: string[];
declare const VERSION: string;
declare const FILES: import("workbox-precaching").PrecacheEntry[];
/** Short URLs and the pages they lead to, both relative to the root of the site. */
declare const SHORT: Record<string, string>;
declare const workbox: {
  core: typeof import("workbox-core");
  precaching: typeof import("workbox-precaching");
  routing: typeof import("workbox-routing");
};
