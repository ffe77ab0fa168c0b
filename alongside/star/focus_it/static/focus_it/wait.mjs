// Whoever waits, or looks at one item, is led on when the room moves on.

import { watch } from "../ui/live.mjs";
import { outbox } from "./outbox.mjs";

const AGAIN = 5_000;

const waiting = document.querySelector("[data-wait]");
if (waiting) {
  const { at, asked, live, done, all } = waiting.dataset;
  // With scripts all items come at once, so that they can be rated without network too.
  const goOn = document.querySelector("[data-go-on] a");
  if (goOn && all) goOn.href = all;
  let touched = false;
  document.addEventListener("input", () => (touched = true));
  watch(live, (state) => {
    if (`${state.stage}.${state.turn}` === at) {
      // The list has changed. What was chosen here stays: the server looks at its words when it is sent.
      if (state.asked > Number(asked) && !touched) location.reload();
      return;
    }
    if (!done) location.reload();
    else if (!touched) location.assign(done);
    else document.querySelector("[data-moved]").hidden = false; // nothing chosen is taken away
  });
}

const box = document.querySelector("[data-outbox]");
if (box) sendWhatIsLeft(box, outbox(box.dataset));

async function sendWhatIsLeft(told, { rows, post }) {
  const count = rows().length;
  told.hidden = count === 0;
  if (count === 0) return;
  told.textContent = `${told.dataset.unsent} ${count}`;
  const answer = await post();
  if (answer?.kept && rows().length === 0) location.reload();
  else if (!answer?.isRefused) setTimeout(() => sendWhatIsLeft(told, { rows, post }), AGAIN);
}
