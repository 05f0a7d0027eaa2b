import assert from "node:assert/strict";
import { test } from "node:test";

import { stampedName } from "../../docs/assets/shared/device.js";

test("the name of a saved file contains its kind and time, and is valid on every file system", () => {
  assert.equal(stampedName("removal", "json", new Date("2026-11-24T02:10:59Z")), "removal-2026-11-24-02-10.json");
});
