// How a worker of the edition without a server gets files: it asks its page, which may load what the worker may not.

const waiting = new Map();

addEventListener("message", (event) => {
  const { brought, content, failed } = event.data;
  if (!brought) return;
  event.stopImmediatePropagation();
  const [found, lost] = waiting.get(brought);
  if (content) found(content);
  else lost(new Error(failed));
});

export const bytes = (address) =>
  new Promise((...settle) => {
    waiting.set(address, settle);
    postMessage({ wants: address });
  });

export const text = async (address) => new TextDecoder().decode(await bytes(address));

// Python's own start asks for its program and its library by address.
globalThis.fetch = async (address) =>
  new Response(await bytes(String(address)), { headers: { "Content-Type": "application/wasm" } });
