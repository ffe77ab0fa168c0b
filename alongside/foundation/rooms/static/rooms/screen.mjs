// The big screen renews itself in place: counts each second, everything else when the room moves on.
// `data-told` says where the words stand that are read out after it.

import { watch } from "../ui/live.mjs";

const QUIET = 20_000; // between two countings that are read out
const AGAIN = 2_000;
const said = document.getElementById("said");
const page = () => document.getElementById("screen");
let saidAt = 0;

function say(text) {
  saidAt = Date.now();
  said.textContent = text;
}

async function fetched() {
  const reply = await fetch(location.href, { cache: "no-store", credentials: "same-origin" });
  if (!reply.ok) throw new Error(String(reply.status));
  return new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("screen");
}

// The state is told once: what can't be fetched just now is tried again.
async function renew() {
  let fresh;
  try {
    fresh = await fetched();
  } catch {
    setTimeout(renew, AGAIN);
    return;
  }
  if (!fresh || fresh.dataset.at === page().dataset.at) return;
  const hadFocus = page().contains(document.activeElement);
  page().replaceWith(fresh);
  if (hadFocus) fresh.focus({ preventScroll: true });
  const told = fresh.dataset.told && fresh.querySelector(fresh.dataset.told);
  say((told || fresh.querySelector("[data-said]")).textContent);
}

watch(
  page().dataset.state,
  async (state) => {
    if (`${state.version}.${state.shown}` !== page().dataset.at) return renew();
    const shown = page().querySelector("[data-said]");
    if (shown.textContent === state.said) return;
    shown.textContent = state.said;
    if (Date.now() - saidAt > QUIET) say(state.said);
  },
  { every: 1 },
);
