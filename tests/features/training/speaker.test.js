import assert from "node:assert/strict";
import { test } from "node:test";

import { clockTime, progress } from "../../../docs/assets/slides/speaker.js";

test("minutes are shown as a clock shows them", () => {
  assert.deepEqual([0, 0.05, 7.5, 59.99, 61].map(clockTime), ["0:00", "0:03", "7:30", "59:59", "61:00"]);
});

test("the time that has passed is compared with the plan of the slide", () => {
  const plan = { starts: 10, ends: 15, running: true };
  assert.equal(progress({ ...plan, passed: 12 }), "On time.");
  assert.equal(progress({ ...plan, passed: 15 }), "On time.");
  assert.equal(progress({ ...plan, passed: 9 }), "Ahead of the plan.");
  assert.equal(progress({ ...plan, passed: 0, running: false }), "On time.");
  assert.equal(progress({ ...plan, passed: 15.5 }), "Behind the plan.");
  assert.equal(progress({ ...plan, passed: 18.2 }), "Behind the plan by 3 min.");
});
