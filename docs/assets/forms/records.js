// The working forms. A finished one can also be saved as a Word document.

import { download, stampedName } from "../shared/device.js";
import { queryAll } from "../shared/dom.js";
import { fetchText } from "../shared/files.js";
import { connect } from "./forms.js";

const TEMPLATE = new URL("../../forms/word/empty.json", import.meta.url);
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @param {import("./forms.js").FinishedForm} form */
async function saveWord({ ask, name, pairs }) {
  const base64 = await ask("document", { pairs, empty: JSON.parse(await fetchText(TEMPLATE)) }, "word");
  if (base64 === undefined) return;
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  download(new Blob([bytes], { type: WORD }), stampedName(name, "docx"));
}

for (const part of queryAll(document, '[data-module="forms/records"]'))
  connect(part, { group: "records", exports: [["Save as Word", saveWord]] });
