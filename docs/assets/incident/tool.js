// The danger question and the incident tool, each connected to Python.

import { Python } from "../python/python.js";
import { queryAll } from "../shared/dom.js";
import { connect } from "./form.js";

for (const tool of queryAll(document, "[data-tool]")) connect(tool, new Python(tool));
