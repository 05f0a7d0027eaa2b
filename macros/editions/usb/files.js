// How a page that is itself a file gets the site's other files: each is carried inside a script, which browsers do load.

const root = new URL("../../", import.meta.url);
const asked = new Map();

globalThis.carry = (name, content) => asked.get(name)?.(content);

/** A carried file's content, as a binary string. */
function carried(address) {
  const name = new URL(address).href.slice(root.href.length).split("?")[0];
  return new Promise((found, failed) => {
    const script = document.createElement("script");
    asked.set(name, (content) => {
      asked.delete(name);
      script.remove();
      found(atob(content));
    });
    script.src = new URL(`carried/${name}.js`, root).href;
    script.onerror = () => {
      script.remove();
      failed(new Error("a part of it is missing from this folder"));
    };
    document.head.append(script);
  });
}

export const bytes = async (address) => Uint8Array.from(await carried(address), (sign) => sign.charCodeAt(0)).buffer;

export const text = async (address) => new TextDecoder().decode(await bytes(address));

/** A worker made of a carried script. It is there at once; what is sent to it waits until its script has come. */
export const startWorker = (address, options) => new CarriedWorker(address, options);

class CarriedWorker {
  constructor(address, options) {
    this.waiting = [];
    text(address)
      .then((script) => this.run(script, options))
      .catch((error) => this.onerror?.(error));
  }

  run(script, options) {
    if (this.ended) return;
    const named = new Blob([`globalThis.assetAddress = ${JSON.stringify(import.meta.url)};\n`, script], {
      type: "text/javascript",
    });
    this.worker = new Worker(URL.createObjectURL(named), { name: options?.name });
    this.worker.onerror = (event) => this.onerror?.(event);
    this.worker.onmessage = (event) => (event.data.wants ? this.bring(event.data.wants) : this.onmessage?.(event));
    for (const message of this.waiting) this.worker.postMessage(message);
  }

  async bring(address) {
    try {
      const content = await bytes(address);
      this.worker.postMessage({ brought: address, content }, [content]);
    } catch (error) {
      this.worker.postMessage({ brought: address, failed: error.message });
    }
  }

  postMessage(message) {
    if (this.worker) this.worker.postMessage(message);
    else this.waiting.push(message);
  }

  terminate() {
    this.ended = true;
    this.worker?.terminate();
  }
}
