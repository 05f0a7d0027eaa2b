// The form for dates. Its result can also be saved as a calendar file.

import { download, stampedName } from "../shared/device.js";
import { queryAll } from "../shared/dom.js";
import { connect } from "./forms.js";

/** The time now in UTC, as calendar files write it: 20261124T021000Z. */
const calendarTime = () => `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @param {import("./forms.js").FinishedForm} form */
async function saveCalendar({ ask, name, pairs }) {
  const text = await ask("calendar", [...pairs, ["stamp", calendarTime()]]);
  if (text !== undefined) download(new Blob([text], { type: "text/calendar" }), stampedName(name, "ics"));
}

for (const part of queryAll(document, '[data-module="forms/dates"]'))
  connect(part, { group: "dates", finishText: "Work out the dates", exports: [["Save to a calendar", saveCalendar]] });
