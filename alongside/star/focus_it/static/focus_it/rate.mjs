// Rate one item after the other. What is saved lies on the phone until the server has it: without
// network nothing is lost, and the key made with each rating lets it count once, however often sent.

import { watch } from "../ui/live.mjs";
import { outbox } from "./outbox.mjs";

const USUAL_WAIT = 4;
const all = document.querySelector("[data-rate]");
if (all) run(all);

function run(root) {
  const { live, done } = root.dataset;
  const { rows: unsent, keep, post } = outbox(root.dataset);
  const items = [...root.querySelectorAll("[data-item]")];
  const form = root.querySelector("[data-form]");
  const hidden = (name) => form.querySelector(`input[name="${name}"]`);
  let current = null;
  const state = root.querySelector("[data-state]");
  const turn = Number(root.dataset.turn);
  let sending = false;
  let pause = 2;
  let notBefore = 0;
  let timer = null;
  let touched = false; // something is chosen, and not saved
  let isStale = false; // what is asked has changed since this page was fetched
  let isLeaving = false;

  function show(item) {
    for (const other of items) other.classList.toggle("is-now", other === item);
    current = item;
    touched = false;
    form.reset();
    form.action = item.dataset.action;
    hidden("version").value = item.dataset.version;
    hidden("turn").value = turn;
    hidden("submission_key").value = newKey();
    for (const radio of form.querySelectorAll("input[type=radio]")) {
      const score = item.getAttribute(`data-score-${radio.name}`);
      radio.checked = score === radio.value;
    }
    item.append(form);
    form.hidden = false;
    window.scrollTo(0, 0);
    item.querySelector(".rate-one__title").focus({ preventScroll: true });
  }

  function tell() {
    const count = unsent().length;
    state.classList.toggle("is-waiting", count > 0);
    state.textContent = count ? `${root.dataset.unsent} ${count}` : "";
  }

  function scoresOf() {
    const scores = {};
    for (const input of form.querySelectorAll("input[type=radio]:checked")) {
      if (input.value !== "cant") scores[input.name] = Number(input.value);
    }
    return scores;
  }

  function isComplete() {
    const names = new Set([...form.querySelectorAll("input[type=radio]")].map((i) => i.name));
    return [...names].every((name) => form.querySelector(`input[name="${name}"]:checked`));
  }

  function save(event) {
    const item = current;
    if (!isComplete()) return; // the server's page says what is missing
    event.preventDefault();
    const row = {
      item: Number(item.dataset.item),
      version: Number(item.dataset.version),
      turn,
      scores: scoresOf(),
      key: hidden("submission_key").value,
      at: new Date().toISOString(),
    };
    // A rating that was not sent yet is replaced; one that was, is followed by a newer one.
    keep([...unsent().filter((old) => old.item !== row.item || old.turn !== row.turn), row]);
    item.dataset.isDone = "";
    for (const [name, score] of Object.entries(row.scores)) item.setAttribute(`data-score-${name}`, score);
    tell();
    const from = items.indexOf(item);
    const next = [...items.slice(from + 1), ...items.slice(0, from)].find((i) => !("isDone" in i.dataset));
    if (next) show(next);
    else finish();
    if (isStale) renew();
    else flush();
  }

  // `crypto.randomUUID` is missing where an address has no https, as in a hall's own network.
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
  }

  async function flush() {
    const rows = unsent();
    if (sending || rows.length === 0) return rows.length === 0;
    // In a very large room each phone gathers for a while, as the server asks it to.
    const early = notBefore - Date.now();
    if (early > 0) {
      clearTimeout(timer);
      timer = setTimeout(flush, early);
      return false;
    }
    sending = true;
    const answer = await post();
    sending = false;
    if (answer?.isRefused) location.assign(done);
    const kept = answer?.kept;
    if (kept) {
      pause = 2;
      notBefore = answer.wait > USUAL_WAIT ? Date.now() + answer.wait * 1000 : 0;
      if (Object.values(kept).some((how) => how === "changed" || how === "withdrawn")) location.reload();
    } else {
      pause = Math.min(pause * 2, 30);
      setTimeout(flush, pause * 1000 * (0.8 + 0.4 * Math.random()));
    }
    tell();
    return Boolean(kept) && unsent().length === 0;
  }

  // What lies here is sent before the page is left.
  async function finish() {
    if (isLeaving) return;
    isLeaving = true;
    while (!(await flush()) && unsent().length) await new Promise((resolve) => setTimeout(resolve, 2000));
    location.assign(done);
  }

  async function renew() {
    isStale = true;
    if (touched || isLeaving) return;
    if (await flush()) location.reload();
    else setTimeout(renew, 2000);
  }

  form.addEventListener("submit", save);
  form.addEventListener("input", () => (touched = true));
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  root.classList.add("is-live");
  const first = items.find((item) => !("isDone" in item.dataset));
  if (first) show(first);
  else finish();
  tell();
  flush();
  watch(live, (answer) => {
    if (answer.stage !== "asking" || answer.turn !== turn) finish();
    else if (answer.asked > Number(root.dataset.asked)) renew();
  });
}
