// The danger question and the incident tool, each connected to Python.

import { connect } from "./form.js";
import { Python } from "../python/python.js";

for (const tool of document.querySelectorAll("[data-tool]")) connect(tool, new Python(tool));
