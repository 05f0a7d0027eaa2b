// The working forms: each can also be taken away as a Word document.

import { give } from "../shared/device.js";
import { text } from "../shared/files.js";
import { connect } from "./forms.js";

const EMPTY = new URL("../../forms/word/empty.json", import.meta.url);
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function asWord({ ask, name, pairs }) {
  const made = await ask("document", { pairs, empty: JSON.parse(await text(EMPTY)) }, "word");
  if (made !== undefined)
    give(
      Uint8Array.from(atob(made), (sign) => sign.charCodeAt(0)),
      WORD,
      name,
      "docx",
    );
}

for (const part of document.querySelectorAll('[data-module="forms/records"]'))
  connect(part, { group: "records", take: [["Save as Word", asWord]] });
