// Replaces docs/assets/shared/files.js in pages. A page opened from a file cannot fetch other files, but browsers do
// load scripts, so each file is embedded in a script.

const root = new URL("../../", import.meta.url);
/** What to do with the content of each requested file, by its path. @type {Map<string, (content: string) => void>} */
const requested = new Map();

globalThis.receiveEmbedded = (path, content) => requested.get(path)?.(content);

/**
 * The content of an embedded file, one character for each byte.
 * @param {string | URL} url
 * @returns {Promise<string>}
 */
function loadEmbedded(url) {
  const path = new URL(url).href.slice(root.href.length).split("?")[0];
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    requested.set(path, (content) => {
      requested.delete(path);
      script.remove();
      resolve(atob(content));
    });
    script.src = new URL(`embedded/${path}.js`, root).href;
    script.onerror = () => {
      script.remove();
      reject(new Error("a part of it is missing from this folder"));
    };
    document.head.append(script);
  });
}

/** @param {string | URL} url */
export const fetchBytes = async (url) => Uint8Array.from(await loadEmbedded(url), (char) => char.charCodeAt(0)).buffer;

/** @param {string | URL} url */
export const fetchText = async (url) => new TextDecoder().decode(await fetchBytes(url));

/**
 * A worker made of an embedded script. It exists at once; messages wait until its script has been loaded.
 * @param {string | URL} url
 * @param {WorkerOptions} [options]
 */
export const startWorker = (url, options) => new EmbeddedWorker(url, options);

class EmbeddedWorker {
  /**
   * @param {string | URL} url
   * @param {WorkerOptions} [options]
   */
  constructor(url, options) {
    /** @type {unknown[]} */
    this.queue = [];
    this.terminated = false;
    /** @type {((event: unknown) => void) | undefined} */
    this.onerror = undefined;
    /** @type {((event: MessageEvent) => void) | undefined} */
    this.onmessage = undefined;
    fetchText(url)
      .then((script) => this.run(script, options))
      .catch((error) => this.onerror?.(error));
  }

  /**
   * @param {string} script
   * @param {WorkerOptions} [options]
   */
  run(script, options) {
    if (this.terminated) return;
    const address = `globalThis.assetAddress = ${JSON.stringify(import.meta.url)};\n`;
    const blob = new Blob([address, script], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(blob), { name: options?.name });
    worker.onerror = (event) => this.onerror?.(event);
    worker.onmessage = (event) => {
      if (event.data.requestedFile) this.sendFile(worker, event.data.requestedFile);
      else this.onmessage?.(event);
    };
    for (const message of this.queue) worker.postMessage(message);
    this.worker = worker;
  }

  /**
   * Sends the worker a file that it cannot load itself.
   * @param {Worker} worker
   * @param {string} url
   */
  async sendFile(worker, url) {
    try {
      const content = await fetchBytes(url);
      worker.postMessage({ file: url, content }, [content]);
    } catch (error) {
      worker.postMessage({ file: url, failed: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param {unknown} message */
  postMessage(message) {
    if (this.worker) this.worker.postMessage(message);
    else this.queue.push(message);
  }

  terminate() {
    this.terminated = true;
    this.worker?.terminate();
  }
}
