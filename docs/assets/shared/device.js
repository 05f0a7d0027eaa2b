// Files on the reader's own device: giving one, and taking one.

export const MOST = 1_000_000; // bytes of a file that is opened; ours have a few thousand

/** Gives the reader a file. Its name says what it is and when it was made. */
export function give(content, type, name, end) {
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(new Blob([content], { type })),
    download: `${name}-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, "-")}.${end}`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The day and time as people here write them. */
export const now = () => new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
