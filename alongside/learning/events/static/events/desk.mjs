// The desk of a room: who is here is counted on, and more questions than it shows are said to be there.

import { watch } from "../ui/live.mjs";

const desk = document.querySelector("[data-desk]");
watch(desk.dataset.desk, (state) => {
  desk.querySelector("[data-said]").textContent = state.said;
  desk.querySelector("[data-more]").hidden = state.questions <= Number(desk.dataset.questions);
});
