// The dates: a form whose result can also be taken away as a calendar file.

import { give } from "../shared/device.js";
import { connect } from "./forms.js";

/** The time by Greenwich as calendar files have it: 20261124T021000Z. */
const stamp = () => `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

async function asCalendar({ ask, name, pairs }) {
  const made = await ask("calendar", [...pairs, ["stamp", stamp()]]);
  if (made !== undefined) give(made, "text/calendar", name, "ics");
}

for (const part of document.querySelectorAll('[data-module="forms/dates"]'))
  connect(part, { group: "dates", finish: "Work out the dates", take: [["Save to a calendar", asCalendar]] });
