// Interprets the table of the incident rules, as `tools/incident/interpret.py` does: the same answers give the same
// result. What has not been answered is unknown, so a condition is FALSE, UNKNOWN or TRUE (see `conditions.py`).

const [FALSE, UNKNOWN, TRUE] = [0, 1, 2];
const RANKED = ["level", "contact", "health"];

/** @typedef {Record<string, any>} Rule */
/** What is certain, and what is possible (null: anything). @typedef {[Set<string>, Set<string> | null]} Fact */
/** @typedef {Map<string, Fact>} Facts */
/** @typedef {{ test: (facts: Facts) => number, rule: Rule }} Ready A rule with its condition. */

/** @type {Fact} */
const OPEN = [new Set(), null];
/** @type {Fact} */
const UNASKED = [new Set(), new Set()];

/**
 * A function that gives the truth of a condition.
 * @param {any[]} condition
 * @param {Record<string, string[]>} orders
 * @returns {(facts: Facts) => number}
 */
function compiled([operator, ...rest], orders) {
  if (operator === "no") {
    const denied = compiled(rest[0], orders);
    return (facts) => TRUE - denied(facts);
  }
  if (operator === "every" || operator === "some") {
    const tests = rest.map((part) => compiled(part, orders));
    const [without, joined] = operator === "every" ? [TRUE, Math.min] : [FALSE, Math.max];
    return (facts) => tests.reduce((truth, test) => joined(truth, test(facts)), without);
  }
  const number = operator === "count" ? rest.shift() : 1;
  const question = rest.shift();
  const values = operator === "at least" ? orders[question].slice(orders[question].indexOf(rest[0])) : rest;
  /** @param {Set<string>} set */
  const enough = (set) => values.filter((value) => set.has(value)).length >= number;
  return (facts) => {
    const [certain, possible] = facts.get(question) ?? OPEN;
    if (enough(certain)) return TRUE;
    return possible === null || enough(possible) ? UNKNOWN : FALSE;
  };
}

/** The questions that a condition asks about. @param {any[]} condition @returns {string[]} */
function askedBy([operator, ...rest]) {
  if (["every", "some", "no"].includes(operator)) return rest.flatMap((part) => askedBy(part));
  return [rest[operator === "count" ? 1 : 0]];
}

/** @param {Ready[]} rules @param {Facts} facts */
const those = (rules, facts) => rules.filter(({ test }) => test(facts) === TRUE).map(({ rule }) => rule);

/** @param {Rule} action @param {string[][]} patterns */
const matches = (action, patterns) =>
  patterns.some((pattern) => ["act", "object", "target"].every((key, i) => ["*", action[key]].includes(pattern[i])));

/** What is certain or possible of any of several events. @param {Facts[]} known @returns {Facts} */
function merge(known) {
  const questions = new Set(known.flatMap((facts) => [...facts.keys()]));
  return new Map(
    [...questions].map((question) => {
      const facts = known.map((each) => each.get(question) ?? OPEN);
      const possible = facts.some(([, set]) => set === null) ? null : facts.flatMap(([, set]) => [...(set ?? [])]);
      return [question, [new Set(facts.flatMap(([set]) => [...set])), possible && new Set(possible)]];
    }),
  );
}

/** The services or marks of some floors. @param {Rule[]} floors @param {string} name @returns {Set<string>} */
const namedBy = (floors, name) => new Set(floors.flatMap((floor) => floor[name] ?? []));

/** @param {Rule} object @param {(value: any, key: string) => any} change @returns {Rule} */
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([k, v]) => [k, change(v, k)]));

/** The rules of a table, ready to decide. @param {Rule} table @returns {(incident: Rule) => Rule} */
export function interpreter(table) {
  const { orders, questions } = table;
  /** @param {Rule[]} rules @returns {Ready[]} */
  const ready = (rules) => rules.map((rule) => ({ test: compiled(rule.when ?? ["every"], orders), rule }));
  /** @param {Rule} rules */
  const readyByKind = (rules) => mapped(table.groups[""], (_, kind) => ready(rules[kind] ?? []));
  const groups = mapped(table.groups, readyByKind);
  const rows = mapped({ "": { uses: [] }, ...table.rows }, (row) => {
    const own = [readyByKind(row), ...[...row.uses, ""].map((group) => groups[group])];
    return mapped(own[0], (_, kind) => own.flatMap((rules) => rules[kind]));
  });
  const unasked = mapped(table.rows, (row) => {
    const asked = ["situation", "what", ...table.incident, ...row.asks, ...row.refines];
    return new Map(Object.keys(questions).flatMap((id) => (asked.includes(id) ? [] : [[id, UNASKED]])));
  });
  const [conflicts, scripts, clashes] = [ready(table.conflicts), ready(table.scripts), ready(table.clashes)];
  const slots = mapped(table.slots, ready);
  const lines = Object.fromEntries(table.scripts.map((/** @type {Rule} */ s) => [s.id, ready(s.lines)]));

  /** @param {Rule} answers @param {boolean} doubt Leaves a "not sure" open. @returns {[string, Fact][]} */
  function factsOf(answers, doubt) {
    return Object.entries(answers).flatMap(([question, given]) => {
      if (question === "events" || given === null) return [];
      const { means } = questions[question];
      const values = [given].flat();
      if (doubt && values.some((value) => value in means)) return [[question, OPEN]];
      const certain = new Set(values.map((value) => means[value] ?? value));
      return [[question, [certain, certain]]];
    });
  }

  /** @param {string} text @param {Facts} facts @returns {string} */
  function fill(text, facts) {
    const filled = text.replace(/\{([a-z0-9-]+)\}/g, (_, slot) => those(slots[slot], facts)[0].text);
    return filled === text ? text : fill(filled, facts);
  }

  /** @param {[number, Rule][]} actions @param {Facts} facts @returns {Rule[]} */
  function resolve(actions, facts) {
    for (const { test, rule } of conflicts) {
      const there = actions.filter(([, action]) => matches(action, rule.keep ?? [["*", "*", "*"]]));
      const truth = Math.min(test(facts), rule.keep ? Math.max(FALSE, ...there.map(([t]) => t)) : TRUE);
      if (truth === UNKNOWN && rule.until) continue;
      actions = actions.map(([t, a]) => [matches(a, rule.drop) ? Math.min(t, TRUE - truth) : t, a]);
    }
    const place = (/** @type {Rule} */ a) =>
      orders.block.indexOf(a.block) * 100 + orders.step.indexOf(a.step) + (a.act === "call" ? 0 : 0.5);
    const certain = actions.flatMap(([t, action]) => (t === TRUE ? [action] : [])).sort((a, b) => place(a) - place(b));
    const key = (/** @type {Rule} */ a) => [a.act, ["tell", "call"].includes(a.act) ? "" : a.object, a.target].join();
    return [...new Map([...certain].reverse().map((a) => [key(a), a])).values()].sort(
      (a, b) => certain.indexOf(a) - certain.indexOf(b),
    );
  }

  /** How many of the actions that come first are shown at once. @param {Rule[]} actions @param {string[]} nevers */
  function shown(actions, nevers) {
    const count = (/** @type {string} */ text) => text.split(" ").filter(Boolean).length;
    let words = count(nevers[0] ?? "");
    const last = actions.findIndex((action, number) => {
      words += count(action.text);
      return action.block !== "now" || number === table.limits.actions || words > table.limits.words;
    });
    return last < 0 ? actions.length : last;
  }

  /** @param {Rule} incident @param {Rule[]} events @param {Rule[][]} raising @param {Facts} whole @returns {Rule[]} */
  function openQuestions(incident, events, raising, whole) {
    /** @type {Map<string, Rule>} */
    const found = new Map();
    events.forEach((event, number) => {
      const asks = event.what ? table.rows[event.what].asks : ["what"];
      const higher = raising[number].filter((f) => RANKED.some((n) => n in f && !whole.get(n)?.[0].has(f[n])));
      for (const question of [...table.always, ...asks]) {
        const common = table.incident.includes(question);
        if (((common ? incident : event)[question] ?? null) !== null) continue;
        const matter = higher.filter((floor) => askedBy(floor.when ?? ["every"]).includes(question));
        if (!matter.length && question !== "what" && !table.always.includes(question)) continue;
        const open = { event: common ? 0 : number, question, urgent: matter.some((f) => f.contact === "999") };
        const place = `${open.event} ${question}`;
        open.urgent ||= found.get(place)?.urgent ?? false;
        found.set(place, open);
      }
    });
    return [...found.values()];
  }

  return (incident) => {
    /** @type {Rule[]} */
    const events = incident.events?.length ? incident.events : [{}];
    const names = events.map((event) => event.what ?? "");
    const [known, sure] = [false, true].map((doubt) =>
      events.map(
        (event, i) => new Map([...(unasked[names[i]] ?? []), ...factsOf(incident, doubt), ...factsOf(event, doubt)]),
      ),
    );
    /** @type {Rule[]} */
    const certain = [];
    /** @type {Map<string, Rule>} */
    const reasons = new Map();
    const raising = known.map((facts, i) => {
      /** @type {Ready[]} */
      const floors = rows[names[i]].floors;
      const by = (/** @type {number} */ truth) => floors.filter(({ test }) => test(facts) === truth);
      for (const { test, rule } of by(TRUE)) {
        const text = (test(sure[i]) < TRUE ? rule.unsure : rule.reason) ?? "";
        if (!reasons.has(text)) reasons.set(text, rule);
      }
      const [own, possible] = [by(TRUE).map(({ rule }) => rule), by(UNKNOWN).map(({ rule }) => rule)];
      facts.set("event marks", [namedBy(own, "marks"), namedBy([...own, ...possible], "marks")]);
      certain.push(...own);
      return possible;
    });
    const possible = [...certain, ...raising.flat()];
    const highest = [certain, possible].map((floors) =>
      mapped(Object.fromEntries(RANKED.map((name) => [name, name])), (name) => {
        const reached = floors.map((floor) => orders[name].indexOf(floor[name]));
        return orders[name][Math.max(-1, ...reached)] ?? null;
      }),
    );
    /** @type {Facts} */
    const whole = new Map();
    for (const name of RANKED) {
      const upTo = highest.map((each) => new Set(orders[name].slice(0, orders[name].indexOf(each[name]) + 1)));
      whole.set(name, [upTo[0], upTo[1]]);
    }
    whole.set("services", [namedBy(certain, "services"), namedBy(possible, "services")]);
    const toldBy = (/** @type {Rule[]} */ floors) => {
      const told = floors.flatMap((f) => (f.contact && f.contact !== "999" ? [orders.contact.indexOf(f.contact)] : []));
      if (namedBy(floors, "services").has("police")) told.push(orders.contact.indexOf("tell now"));
      return new Set(orders.contact.slice(0, Math.max(-1, ...told) + 1));
    };
    whole.set("told", [toldBy(certain), toldBy(possible)]);
    whole.set("any marks", [namedBy(certain, "marks"), namedBy(possible, "marks")]);
    const unanswered = openQuestions(incident, events, raising, whole);
    const settled = new Set([unanswered.length ? "no" : "yes"]);
    whole.set("settled", [settled, settled]);
    const all = known.map((facts) => new Map([...facts, ...whole]));
    const merged = all.length > 1 ? merge(all) : all[0];
    const worded = new Map([...factsOf(table.presumed, false), ...merged]);
    for (const [name, [sure]] of whole) worded.set(name, [sure, sure]);
    /** @type {[number, Rule][]} */
    const actions = all.flatMap((facts, i) =>
      rows[names[i]].actions.flatMap((/** @type {Ready} */ { test, rule }) => {
        const truth = test(facts);
        return truth ? [[truth, rule]] : [];
      }),
    );
    const nevers = all.flatMap((facts, i) => those(rows[names[i]].nevers, facts));
    const done = resolve(actions, merged).map((action) => ({ ...action, text: fill(action.text, worded) }));
    const never = [...new Set(nevers.map(({ text }) => fill(text, worded)))];
    const said = names.flatMap((name) => (name ? [table.rows[name].say] : [])).join(" ");
    return {
      ...highest[0],
      could_be: highest[1],
      services: [...(whole.get("services")?.[0] ?? [])].sort(),
      marks: [...(whole.get("any marks")?.[0] ?? [])].sort(),
      verdict: fill(those(rows[names.length > 1 ? "" : names[0]].verdicts, worded)[0].text, worded),
      reasons: [...reasons].flatMap(([text, floor]) =>
        text && RANKED.some((name) => name in floor && floor[name] === highest[0][name]) ? [{ ...floor, text }] : [],
      ),
      open: unanswered,
      actions: done,
      nevers: never,
      shown: shown(done, never),
      scripts: those(scripts, worded).map((script) => ({
        ...script,
        lines: those(lines[script.id], worded).map((line) => fill(line.text.replace("{what}", said), worded)),
      })),
      clashes: those(clashes, merged).map((clash) => clash.text),
    };
  };
}
