// Whoever has the live page open is led on when something else is asked; what they typed is kept.

import { watch } from "../ui/live.mjs";

const page = document.querySelector("[data-live]");
let touched = false;
document.addEventListener("input", () => (touched = true));
watch(page.dataset.live, (state) => {
  if (state.asked <= Number(page.dataset.asked) && state.stage !== "ended") return;
  if (touched) page.querySelector("[data-moved]").hidden = false;
  else location.reload();
});
