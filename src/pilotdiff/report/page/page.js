"use strict";
// The page is whole without this script. It shows the rows that are asked for, in the order that
// is asked for, and keeps what was asked in the address, so that a link shows the same again.
// `others` are the rows of a long list that its table does not hold, null where it holds all.
function page(others) {
  const CHUNK = 60;
  const COLUMNS = new Set(["outcome", "place", "unit", "level", "category", "sure", "line"]);
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const [KEY, OUTCOME, LEVEL, CATEGORIES, PLACES, SURE, PILOT_LINE, RESULT_LINE, TEXT, BY] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const rows = data.rows;
  const root = document.documentElement;

  // The noscript element holds the table as text: a head, and two lines a row, the row and its
  // evidence. All of it was escaped where it was made.
  const [head, body] = byId("source").textContent.split("<tbody>\n");
  const lines = body.split("\n");
  const TABLED = rows.length;
  if (others) take(others);
  const numberOf = new Map(rows.map((row, number) => [row[KEY], number]));

  // Two lines a row, as in the table, behind one with what filters them.
  function take(text) {
    const [first, ...added] = text.split("\n");
    const more = JSON.parse(first);
    lines.length = 2 * TABLED;
    for (const line of added) lines.push(line);
    for (const row of more.rows) rows.push(row);
    for (const line of more.csv) data.csv.push(line);
  }

  byId("table").innerHTML = head + "<tbody></tbody></table>";
  const table = byId("table").querySelector("table");
  const tbody = table.tBodies[0];
  // Laid out as cards on a phone it is still a table for those who hear it.
  table.setAttribute("role", "table");
  tbody.setAttribute("role", "rowgroup");

  // ---- what is asked for

  const SETS = ["outcome", "level", "by"];
  const asked = { q: "", outcome: new Set(), level: new Set(), by: new Set(), place: "", category: "", sort: "", row: "" };

  let missing = "";

  function read() {
    const address = location.hash.slice(1);
    const found = new URLSearchParams(numberOf.has(decoded(address)) ? "row=" + address : address);
    // A link to a row that is none, because the lists are others now: told, and forgotten.
    const row = /^[pr]\d+(\.\d+)?$/.test(address) ? address : found.get("row");
    missing = row && !numberOf.has(row) ? row : "";
    for (const name of ["q", "place", "category", "sort", "row"]) asked[name] = found.get(name) || "";
    if (missing) asked.row = "";
    for (const name of SETS) asked[name] = new Set(found.getAll(name));
    asked.sort = /^-?[a-z]+$/.test(asked.sort) ? asked.sort : "";
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (malformed) { return text; }
  }

  function address() {
    const made = new URLSearchParams();
    for (const name of ["q", ...SETS, "place", "category", "sort", "row"]) {
      for (const value of typeof asked[name] === "string" ? [asked[name]] : asked[name]) {
        if (value) made.append(name, value);
      }
    }
    return made.toString();
  }

  function remember() {
    history.replaceState(null, "", "#" + address());
  }

  // ---- which rows fit

  const folded = new Map();
  for (const [shown, others] of Object.entries(data.fold)) {
    for (const other of others) folded.set(other, shown);
  }
  const fold = (text) => Array.from(text.normalize("NFKC").toLowerCase(), (c) => folded.get(c) || c).join("");

  // A tab stands before each part of a path; what is typed holds none.
  const PARTS = rows.map((row) => row[TEXT]);
  for (const row of rows) row[TEXT] = row[TEXT].replaceAll("\t", "");
  const said = new Map();
  for (const [syllable, chars] of Object.entries(data.sounds)) {
    for (const char of chars) said.set(char, (said.get(char) || []).concat(syllable));
  }
  const names = data.names.map(fold);

  // Which rows have a word in them: as it stands, as the beginning of an outcome's name, or as it sounds.
  function having(term) {
    const plain = term.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");
    const sounds = /[a-z]/.test(plain);
    const begins = Array.from(said.keys()).filter((char) => char === plain[0] || said.get(char).some((each) => each[0] === plain[0]));
    const begin = sounds && new RegExp("[" + begins.join("") + (/\w/.test(plain[0]) ? plain[0] : "") + "]", "g");
    return (row, number) => row[TEXT].includes(term) || names[row[OUTCOME]].startsWith(term) || (sounds && sounded(PARTS[number], plain, begin));
  }

  // Where a part begins initials will do, elsewhere the first syllable must be whole.
  function sounded(text, term, begin) {
    for (const { index: at } of text.matchAll(begin)) {
      const whole = at > 0 && text[at - 1] !== "\t" && text[at - 1] !== "\n";
      if (spells(text, at, term, 0, whole)) return true;
    }
    return false;
  }

  function spells(text, at, term, from, whole) {
    if (from === term.length) return true;
    const char = text[at];
    if (char === undefined || char === "\n") return false;
    if (char === "\t") return from > 0 && spells(text, at + 1, term, from, whole);
    if (char === term[from] && spells(text, at + 1, term, from + 1, whole)) return true;
    for (const syllable of said.get(char) || []) {
      if (term.startsWith(syllable, from) && spells(text, at + 1, term, from + syllable.length, whole)) return true;
      if (whole) {
        if (from && syllable.startsWith(term.slice(from))) return true;
        continue;
      }
      const first = /^[zcs]h/.test(syllable) ? 2 : 1;
      for (let length = first; length; length -= 1) {
        if (term.startsWith(syllable.slice(0, length), from) && spells(text, at + 1, term, from + length, whole)) return true;
      }
      if (syllable.startsWith(term.slice(from))) return true;
    }
    return false;
  }

  // Either may begin further up: 云岭省 宁川市 云台县 is 宁川市 云台县.
  function numbersOf(names, wanted) {
    const found = new Set();
    names.forEach((name, number) => {
      if (name === wanted || name.endsWith(" " + wanted) || wanted.endsWith(" " + name)) found.add(number);
    });
    return found;
  }

  function fitting() {
    const terms = fold(asked.q).split(/\s+/).filter(Boolean).map(having);
    const places = asked.place && numbersOf(data.places, asked.place);
    const category = asked.category && data.categories.indexOf(asked.category);
    const counts = { outcome: {}, level: {}, by: {} };
    const found = [];
    rows.forEach((row, number) => {
      if (places && !row[PLACES].some((place) => places.has(place))) return;
      if (asked.category && !row[CATEGORIES].includes(category)) return;
      if (!terms.every((has) => has(row, number))) return;
      const outcome = data.outcomes[row[OUTCOME]];
      const level = data.levels[row[LEVEL]];
      const by = data.deciders[row[BY]];
      const isBy = !asked.by.size || asked.by.has(by);
      const isOutcome = !asked.outcome.size || asked.outcome.has(outcome);
      const isLevel = !asked.level.size || asked.level.has(level);
      const count = (kind, value) => { counts[kind][value] = (counts[kind][value] || 0) + 1; };
      if (isLevel && isBy) count("outcome", outcome);
      if (isOutcome && isBy) count("level", level);
      if (isOutcome && isLevel && by !== undefined) count("by", by);
      if (isOutcome && isLevel && isBy) found.push(number);
    });
    return { found: sorted(found), counts };
  }

  // ---- their order

  const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
  const ranks = new Map();

  // What stands in a cell, read from the row's line: quicker than to build ten thousand rows.
  function name(number, column) {
    const line = lines[2 * number];
    const start = line.indexOf(">", line.indexOf('class="c-' + column)) + 1;
    return line.slice(start, line.indexOf("</t", start)).replace(/<[^>]*>/g, "");
  }

  const orders = {
    outcome: (a, b) => rows[a][OUTCOME] - rows[b][OUTCOME],
    level: (a, b) => rows[a][LEVEL] - rows[b][LEVEL],
    sure: (a, b) => rows[a][SURE] - rows[b][SURE],
    line: (a, b) => (rows[a][PILOT_LINE] || Infinity) - (rows[b][PILOT_LINE] || Infinity)
      || rows[a][RESULT_LINE] - rows[b][RESULT_LINE],
  };

  function byName(column) {
    const names = rows.map((_, number) => name(number, column));
    const distinct = [...new Set(names)].sort(collator.compare);
    const places = new Map(distinct.map((each, place) => [each, place]));
    const numbers = names.map((each) => places.get(each));
    return (a, b) => numbers[a] - numbers[b];
  }

  // The rank of every row in a column is found once, when that column is first asked for.
  function rank(column) {
    if (!ranks.has(column)) {
      const compare = orders[column] || byName(column);
      const order = rows.map((_, number) => number).sort((a, b) => compare(a, b) || a - b);
      const made = new Array(rows.length);
      let place = 0;
      order.forEach((number, at) => {
        if (at && compare(order[at - 1], number)) place = at;
        made[number] = place;
      });
      ranks.set(column, made);
    }
    return ranks.get(column);
  }

  function sorted(found) {
    const column = asked.sort.replace("-", "");
    if (!COLUMNS.has(column)) return found;
    const of = rank(column);
    const sign = asked.sort.startsWith("-") ? -1 : 1;
    return found.sort((a, b) => sign * (of[a] - of[b]) || a - b);
  }

  // ---- the table

  let shown = [];
  let drawn = 0;

  function show() {
    const { found, counts } = fitting();
    shown = found;
    drawn = 0;
    tbody.textContent = "";
    draw(CHUNK);
    tell(counts);
    if (asked.row) open(numberOf.get(asked.row));
  }

  function draw(count) {
    if (count <= 0) return;
    const part = shown.slice(drawn, drawn + count);
    const before = tbody.lastElementChild;
    tbody.insertAdjacentHTML("beforeend", part.map((number) => lines[2 * number]).join(""));
    let row = before ? before.nextElementSibling : tbody.firstElementChild;
    for (; row; row = row.nextElementSibling) arm(row);
    drawn += part.length;
    byId("more").hidden = drawn >= shown.length;
  }

  // A link to the row for those without a script is a button that opens it for those with one.
  function arm(row) {
    const link = row.querySelector("a.open");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open";
    button.setAttribute("aria-expanded", "false");
    button.append(...link.childNodes);
    link.replaceWith(button);
    row.setAttribute("role", "row");
    for (const cell of row.cells) cell.setAttribute("role", cell.scope ? "rowheader" : "cell");
  }

  const grouped = (number) => number.toLocaleString("en-US");
  const filled = (text, count, all) => text.replace("{n}", grouped(count)).replace("{all}", grouped(all));
  let selection = "";

  function tell(counts) {
    const said = filled(shown.length ? data.texts.shown : data.texts.none, shown.length, rows.length);
    byId("status").textContent = missing ? data.texts.absent.replace("{row}", () => "#" + missing) + " " + said : said;
    byId("print-sheets").disabled = !shown.length;
    for (const kind of SETS) {
      for (const box of document.getElementsByName(kind)) {
        box.checked = asked[kind].has(box.value);
        const count = box.parentElement.querySelector("[data-count]");
        count.textContent = grouped(counts[kind][box.value] || 0);
      }
    }
    byId("search").value = asked.q;
    choose("place", data.places);
    choose("category", data.categories);
    for (const cell of table.tHead.querySelectorAll("th")) {
      const column = asked.sort.replace("-", "");
      if (cell.dataset.sort !== column) cell.removeAttribute("aria-sort");
      else cell.setAttribute("aria-sort", asked.sort.startsWith("-") ? "descending" : "ascending");
    }
    const chosen = [asked.q, asked.place, asked.category, ...Array.from(
      document.querySelectorAll(".chip input:checked + span"), (each) => each.textContent.replace(/\s+/g, " ").trim())];
    selection = [byId("status").textContent, ...chosen.filter(Boolean)].join(" · ");
  }

  function choose(id, values) {
    const list = byId(id);
    if (!list) return;
    const first = numbersOf(values, asked[id]).values().next().value;
    list.value = first === undefined ? "" : values[first];
  }

  // ---- rows that open to their evidence

  const isOpen = (row) => row.classList.contains("opened");

  function open(number) {
    if (number === undefined) return;
    const at = shown.indexOf(number);
    if (at < 0) return;
    if (at >= drawn) draw(at - drawn + 1);
    const row = byId(rows[number][KEY]);
    unfold(row, number);
    row.scrollIntoView({ block: "center" });
    row.querySelector(".open").focus({ preventScroll: true });
  }

  function unfold(row, number) {
    if (isOpen(row)) return;
    row.insertAdjacentHTML("afterend", lines[2 * number + 1]);
    row.nextElementSibling.querySelector("details").open = true;
    row.nextElementSibling.id = row.id + "-evidence";
    const cite = document.createElement("button");
    cite.type = "button";
    cite.className = "cite";
    cite.textContent = data.texts.cite;
    row.nextElementSibling.querySelector(".link").append(cite);
    row.classList.add("opened");
    const button = row.querySelector(".open");
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", row.id + "-evidence");
  }

  // Both entries as written, each with its document and line, and what became of the unit.
  function cited(row) {
    const evidence = row.nextElementSibling;
    const found = rows[numberOf.get(row.id)];
    const written = (each) => Array.from(each.childNodes, (part) => (part.className === "ordinal" ? "" : part.textContent)).join("").trim();
    const raws = Array.from(evidence.querySelectorAll(".raw"), written);
    const sides = data.cited.flatMap((head, side) => {
      const line = found[side ? RESULT_LINE : PILOT_LINE];
      return line ? [head.replace("{n}", () => line).replace("{raw}", () => raws.shift())] : [];
    });
    return [...sides, data.names[found[OUTCOME]]].join("\n");
  }

  function copy(button) {
    const label = button.textContent;
    const text = cited(button.closest("tr.evidence").previousElementSibling);
    const told = () => { button.textContent = data.texts.copied; setTimeout(() => { button.textContent = label; }, 2000); };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(told, () => byHand(text, told));
    else byHand(text, told);
  }

  // Some browsers give pages from disk no clipboard.
  function byHand(text, told) {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    if (document.execCommand("copy")) told();
    field.remove();
  }

  function close(row) {
    if (!isOpen(row)) return;
    row.nextElementSibling.remove();
    row.classList.remove("opened");
    const button = row.querySelector(".open");
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
  }

  function toggle(row) {
    if (isOpen(row)) close(row);
    else unfold(row, numberOf.get(row.id));
    asked.row = isOpen(row) ? row.id : "";
    remember();
  }

  tbody.addEventListener("click", (event) => {
    const row = event.target.closest("tr.unit");
    const cite = event.target.closest("button.cite");
    if (cite) copy(cite);
    const selecting = String(getSelection()) && !event.target.closest(".open");
    if (row && !selecting) toggle(row);
  });

  tbody.addEventListener("keydown", (event) => {
    const evidence = event.target.closest("tr.evidence");
    const row = evidence ? evidence.previousElementSibling : event.target.closest("tr.unit");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) step(row, move);
    else if (event.key === "ArrowRight" && !isOpen(row)) toggle(row);
    else if ((event.key === "ArrowLeft" || event.key === "Escape") && isOpen(row)) {
      row.querySelector(".open").focus();
      toggle(row);
    } else return;
    event.preventDefault();
  });

  function step(row, move) {
    const side = move > 0 ? "nextElementSibling" : "previousElementSibling";
    let next = row[side];
    while (next && !next.classList.contains("unit")) next = next[side];
    if (!next && move > 0 && drawn < shown.length) { draw(CHUNK); step(row, move); return; }
    if (next) next.querySelector(".open").focus();
    else if (move < 0) byId("search").focus();
  }

  // ---- what the reader does

  function changed() {
    asked.row = missing = "";
    show();
    remember();
  }

  const form = byId("filters");
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (field.id === "search") asked.q = field.value;
    else if (field.name in asked) asked[field.name][field.checked ? "add" : "delete"](field.value);
    else if (field.id in asked) asked[field.id] = field.value;
    else return;
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of SETS) asked[name].clear();
    Object.assign(asked, { q: "", place: "", category: "", sort: "" });
    changed();
  });
  byId("search").addEventListener("keydown", (event) => {
    const first = tbody.querySelector(".open");
    if (event.key !== "ArrowDown" || !first) return;
    first.focus();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  });

  for (const cell of table.tHead.querySelectorAll("th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.title = data.texts.by.replace("{column}", button.textContent);
    cell.append(button);
    button.addEventListener("click", () => {
      const column = cell.dataset.sort;
      asked.sort = asked.sort === column ? "-" + column : asked.sort === "-" + column ? "" : column;
      changed();
    });
  }

  // A link to a part of the page moves there and leaves what was asked for as it is.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const part = byId(link.getAttribute("href").slice(1));
    if (part && part.tagName === "SECTION") {
      event.preventDefault();
      part.scrollIntoView();
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    }
  });
  addEventListener("hashchange", () => {
    read();
    show();
    if (!asked.row) byId("units").scrollIntoView();
  });

  byId("more").addEventListener("click", () => draw(CHUNK));
  if ("IntersectionObserver" in window) {
    new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting) && drawn < shown.length) draw(CHUNK);
    }, { rootMargin: "600px" }).observe(byId("more"));
  }

  byId("export").addEventListener("click", () => {
    const text = "\ufeff" + data.csv[0] + shown.map((number) => data.csv[number + 1]).join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = data.texts.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  // ---- on paper: all rows that fit, and their evidence where that is asked for

  const cutOnPaper = () => (drawn < shown.length ? filled(data.texts.printed, drawn, shown.length) : "");

  let unfolded = [];
  addEventListener("beforeprint", () => {
    // Of a long list as many as its table holds, some hundred pages, and the paper says so.
    draw(Math.min(shown.length, TABLED) - drawn);
    byId("chosen").textContent = [selection, cutOnPaper()].filter(Boolean).join(" · ");
    byId("chosen").hidden = false;
    for (const notes of document.querySelectorAll("details.notes")) notes.open = true;
    if (!byId("with-evidence").checked) return;
    unfolded = Array.from(tbody.querySelectorAll("tr.unit:not(.opened)"));
    for (const row of unfolded) unfold(row, numberOf.get(row.id));
  });
  addEventListener("afterprint", () => {
    byId("chosen").hidden = true;
    unfolded.forEach(close);
    unfolded = [];
  });

  // ---- a sheet a place, printed alone: its rows that are shown, to be confirmed and sealed

  // A row of no such place stands on the last sheet.
  function sheets() {
    const groups = new Map(data.sheets.map((place) => [place, []]));
    const rest = groups.size ? data.texts.elsewhere : data.texts.everywhere;
    groups.set(undefined, []);
    for (const number of [...shown].sort((a, b) => a - b)) {
      groups.get(rows[number][PLACES].find((place) => groups.has(place))).push(number);
    }
    const made = document.createElement("div");
    made.id = "sheets";
    for (const [place, numbers] of groups) {
      if (numbers.length) made.append(place === undefined ? sheet(rest, numbers, false) : sheet(data.places[place], numbers, true));
    }
    return made;
  }

  function sheet(name, numbers, isPlace) {
    const made = byId("sheet").content.firstElementChild.cloneNode(true);
    made.querySelector("h2").textContent = data.texts.sheet.replace("{place}", () => name);
    // The head of the table stands on every page: it names the place, which the rows then need not.
    if (isPlace) made.querySelector("th:nth-child(3)").textContent = name;
    const counts = new Map();
    for (const number of numbers) counts.set(rows[number][OUTCOME], (counts.get(rows[number][OUTCOME]) || 0) + 1);
    made.querySelector(".sums").textContent = [...counts].sort((a, b) => a[0] - b[0])
      .map(([outcome, count]) => data.names[outcome] + " " + count).join(" · ");
    const found = document.createElement("tbody");
    found.innerHTML = numbers.map((number) => lines[2 * number]).join("");
    // Who seals the sheet sees units on the same page.
    made.querySelector(".end").before(...Array.from(found.rows, (row, at) => {
      const line = document.createElement("tr");
      line.insertCell().textContent = at + 1;
      for (const kind of ["outcome", "place", "unit", "category", "line"]) {
        line.insertCell().append(...row.querySelector(".c-" + kind).childNodes);
      }
      line.insertCell();
      const place = line.cells[2];
      if (isPlace && place.textContent.startsWith(name)) place.textContent = place.textContent.slice(name.length).trim();
      return line;
    }));
    return made;
  }

  byId("print-sheets").addEventListener("click", () => {
    const made = sheets();
    document.body.append(made);
    root.classList.add("sheets-only");
    print();
  });
  addEventListener("afterprint", () => {
    root.classList.remove("sheets-only");
    if (byId("sheets")) byId("sheets").remove();
  });

  // ---- light and dark: as the system is set, until the reader chooses

  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const THEME = "pilotdiff-theme";
  // Some browsers keep nothing for pages from disk.
  const kept = {
    get: () => { try { return localStorage.getItem(THEME); } catch (refused) { return null; } },
    set: (theme) => { try { localStorage.setItem(THEME, theme); } catch (refused) { return; } },
  };
  const label = () => { byId("theme").textContent = isDark() ? data.texts.light : data.texts.dark; };
  if (kept.get()) root.dataset.theme = kept.get();
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    kept.set(root.dataset.theme);
    label();
  });
  if (system.addEventListener) system.addEventListener("change", label);
  label();

  root.classList.add("script");
  for (const each of document.querySelectorAll(".needs-script")) each.hidden = false;
  if (others) {
    const notice = document.querySelector("[data-unpacked]");
    notice.textContent = notice.dataset.unpacked;
    if (!notice.textContent) notice.remove();
  }
  read();
  show();
}

// The rest of a long list, null where the browser cannot unpack it: the page says what it lists then.
async function unpacked(packed) {
  if (!("DecompressionStream" in window)) return null;
  const coded = atob(packed);
  const bytes = new Uint8Array(coded.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = coded.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

// As without a script: the whole table.
function plain(error) {
  document.getElementById("table").innerHTML = document.getElementById("source").textContent;
  throw error;
}

const packed = document.getElementById("packed");
if (packed) unpacked(packed.textContent).catch(() => null).then(page).catch(plain);
else {
  try { page(null); } catch (error) { plain(error); }
}
