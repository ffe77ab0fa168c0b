// Whoever is done waits: when the room moves on, the page is shown anew.

import { watch } from "../ui/live.mjs";

const waiting = document.querySelector("[data-wait]");
if (waiting) {
  const seen = waiting.dataset.at;
  watch(waiting.dataset.live, (state) => {
    if (`${state.stage}.${state.turn}` !== seen) location.reload();
  });
}
